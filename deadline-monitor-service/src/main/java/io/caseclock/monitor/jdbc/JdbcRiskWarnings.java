package io.caseclock.monitor.jdbc;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.prediction.Predictions.Predicted;
import io.caseclock.monitor.prediction.RiskWarning;
import io.caseclock.monitor.prediction.RiskWarnings;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.DeadlineEventWire;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** Table {@code prediction_warning}, and what was told of table {@code prediction}. */
public final class JdbcRiskWarnings implements RiskWarnings {

  /** What the unit itself said, else the nearest above; the longest path is the nearest. */
  private static final String NEAREST =
      " from prediction_warning s join unit su on su.id = s.unit join unit u on u.id = %s"
          + " where starts_with(u.path, su.path) order by length(su.path) desc limit 1";

  private static final String OF =
      "select s.unit, s.enabled, s.band, s.by_person, s.at" + NEAREST.formatted("?");

  private static final String KEEP =
      "insert into prediction_warning (unit, enabled, band, by_person, at) values (?, ?, ?, ?, ?)"
          + " on conflict (unit) do update set enabled = excluded.enabled, band = excluded.band,"
          + " by_person = excluded.by_person, at = excluded.at";

  private static final String ANY = "select 1 from prediction_warning where enabled limit 1";

  private static final String TAKE =
      "with switched_on as materialized (select u.id as unit, nearest.least from unit u"
          + " cross join lateral (select s.enabled, case s.band when 'high' then "
          + Band.HIGH.atLeast()
          + " else "
          + Band.MEDIUM.atLeast()
          + " end as least from prediction_warning s join unit su on su.id = s.unit"
          + " where starts_with(u.path, su.path) order by length(su.path) desc limit 1) as nearest"
          + " where nearest.enabled) select "
          + PredictionRows.SELECTED
          + PredictionRows.CURRENT
          + " and exists (select 1 from switched_on o where o.unit = p.unit and p.chance >="
          + " o.least) and p.told_revision is distinct from p.revision and p.rule = any (?) and"
          + " (d.history_until is null or d.history_until <= ? or d.released_as = 'notices') and"
          + " exists (select 1 from watched_case w where w.case_id = d.case_id and w.quarantined is"
          + " null and w.evaluated_at <= ?) limit ? for update of d skip locked";

  private static final ArrayColumns<Predicted> TOLD_COLUMNS =
      new ArrayColumns<Predicted>()
          .with("case_id", "text", one -> one.deadline().caseId())
          .with("deadline_id", "uuid", one -> one.deadline().id())
          .with("revision", "int4", one -> one.deadline().revision());

  private static final String TOLD =
      "update prediction p set told_revision = r.revision from "
          + TOLD_COLUMNS.unnest()
          + " where p.case_id = r.case_id and p.deadline_id = r.deadline_id";

  private final Sql sql;

  public JdbcRiskWarnings(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Optional<RiskWarning> of(String unit) {
    return sql.query(OF, JdbcRiskWarnings::warning, unit).stream().findFirst();
  }

  private static RiskWarning warning(ResultSet row) throws SQLException {
    return new RiskWarning(
        row.getString("unit"),
        row.getBoolean("enabled"),
        Band.ofWire(row.getString("band")).orElseThrow(),
        row.getString("by_person"),
        Sql.required(row, "at"));
  }

  @Override
  public void keep(RiskWarning warning) {
    sql.update(
        KEEP, warning.unit(), warning.enabled(), warning.band().wire(), warning.by(), warning.at());
  }

  @Override
  public int take(
      Set<String> rules,
      Instant now,
      Instant restedSince,
      int most,
      Function<List<Predicted>, List<DeadlineEvent>> work) {
    if (sql.query(ANY, row -> row.getInt(1)).isEmpty()) {
      return 0;
    }
    return sql.transact(
        connection -> {
          var taken =
              Sql.query(
                  connection,
                  TAKE,
                  statement -> {
                    statement.setObject(1, Sql.utc(now));
                    statement.setDouble(2, Band.MEDIUM.atLeast());
                    statement.setArray(3, connection.createArrayOf("text", rules.toArray()));
                    statement.setObject(4, Sql.utc(now));
                    statement.setObject(5, Sql.utc(restedSince));
                    statement.setInt(6, most);
                  },
                  PredictionRows::read);
          if (!taken.isEmpty()) {
            told(connection, taken, work.apply(taken), now);
          }
          return taken.size();
        });
  }

  private static void told(
      Connection connection, List<Predicted> taken, List<DeadlineEvent> events, Instant now)
      throws SQLException {
    Sql.update(connection, TOLD, statement -> TOLD_COLUMNS.bind(connection, statement, taken));
    var news =
        events.stream()
            .map(event -> OutboxRecord.of(Topics.DEADLINE_EVENTS, DeadlineEventWire.write(event)))
            .toList();
    Outbox.append(connection, news, now);
  }
}
