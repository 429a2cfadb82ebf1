package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.revision.LawChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Table {@code law_change}. */
public final class JdbcLawChanges implements LawChanges {

  private static final String SELECT =
      "select id, pack, pack_version, calendar_version, in_force_at, finished_at, cases, moved"
          + " from law_change";

  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('law_change'))";
  private static final String PUT_IN_FORCE =
      """
      insert into law_change (pack, pack_version, calendar_version, in_force_at)
      select ?, ?, ?, ?
      where not exists (
        select 1
        from (select * from law_change where pack = ? order by id desc limit 1) as newest
        where pack_version = ? and calendar_version = ?)
      """;

  private final Sql sql;

  public JdbcLawChanges(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  /** Two replicas that start at once leave one entry. */
  @Override
  public void putInForce(String pack, String packVersion, String calendarVersion, Instant now) {
    sql.transact(
        connection -> {
          Sql.query(connection, LOCK, statement -> {}, row -> true);
          return Sql.update(
              connection,
              PUT_IN_FORCE,
              statement -> {
                statement.setString(1, pack);
                statement.setString(2, packVersion);
                statement.setString(3, calendarVersion);
                statement.setObject(4, Sql.utc(now));
                statement.setString(5, pack);
                statement.setString(6, packVersion);
                statement.setString(7, calendarVersion);
              });
        });
  }

  @Override
  public Optional<LawChange> newest(String pack) {
    return sql
        .query(SELECT + " where pack = ? order by id desc limit 1", JdbcLawChanges::read, pack)
        .stream()
        .findFirst();
  }

  @Override
  public void progressed(long id, int cases, int moved) {
    sql.update(
        "update law_change set cases = cases + ?, moved = moved + ? where id = ?",
        cases,
        moved,
        id);
  }

  @Override
  public void finished(long id, Instant now) {
    sql.update("update law_change set finished_at = ? where id = ?", now, id);
  }

  @Override
  public List<LawChange> all() {
    return sql.query(SELECT + " order by id desc limit 500", JdbcLawChanges::read);
  }

  private static LawChange read(ResultSet row) throws SQLException {
    var finished = row.getObject("finished_at", OffsetDateTime.class);
    return new LawChange(
        row.getLong("id"),
        row.getString("pack"),
        row.getString("pack_version"),
        row.getString("calendar_version"),
        row.getObject("in_force_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getInt("cases"),
        row.getInt("moved"));
  }
}
