package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.revision.ImpactRun;
import io.caseclock.monitor.revision.ImpactRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Table {@code impact_run}. */
public final class JdbcImpactRuns implements ImpactRuns {

  private static final String BEGIN =
      """
      insert into impact_run as kept (id, account, unit, pack, version, started_at, beat_at, cases,
        total, state) values (?, ?, ?, ?, ?, ?, ?, 0, ?, 'running')
      on conflict (account) do update set id = excluded.id, unit = excluded.unit,
        pack = excluded.pack, version = excluded.version, started_at = excluded.started_at,
        beat_at = excluded.beat_at, cases = 0, total = excluded.total, state = 'running',
        report = null
      where kept.state <> 'running' or kept.beat_at < ?
      """;

  private static final String SELECT =
      "select id, account, unit, pack, version, started_at, beat_at, cases, total, state"
          + " from impact_run where account = ?";

  private final Sql sql;

  public JdbcImpactRuns(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public boolean begin(ImpactRun run, Instant deadSince, Instant keptSince) {
    sql.update("delete from impact_run where started_at < ?", keptSince);
    return sql.update(
            BEGIN,
            run.id(),
            run.account(),
            run.unit(),
            run.pack(),
            run.version(),
            run.startedAt(),
            run.beatAt(),
            run.total(),
            deadSince)
        == 1;
  }

  @Override
  public void progressed(UUID id, int cases, Instant at) {
    sql.update("update impact_run set cases = ?, beat_at = ? where id = ?", cases, at, id);
  }

  @Override
  public void ended(UUID id, ImpactRun.State as, Optional<String> report, Instant at) {
    sql.update(
        "update impact_run set state = ?, report = ?::jsonb, beat_at = ? where id = ?",
        as.wire(),
        report.orElse(null),
        at,
        id);
  }

  @Override
  public Optional<ImpactRun> of(String account) {
    return sql.query(SELECT, JdbcImpactRuns::run, account).stream().findFirst();
  }

  @Override
  public Optional<String> report(UUID id) {
    return sql
        .query(
            "select report::text from impact_run where id = ? and report is not null",
            row -> row.getString(1),
            id)
        .stream()
        .findFirst();
  }

  private static ImpactRun run(ResultSet row) throws SQLException {
    return new ImpactRun(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("unit"),
        row.getString("pack"),
        row.getString("version"),
        Sql.required(row, "started_at"),
        Sql.required(row, "beat_at"),
        row.getInt("cases"),
        row.getInt("total"),
        ImpactRun.State.valueOf(row.getString("state").replace('-', '_').toUpperCase(Locale.ROOT)));
  }
}
