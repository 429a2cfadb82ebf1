package io.caseclock.notify.feedback.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.feedback.Accuracy;
import io.caseclock.notify.feedback.AccuracyQuery;
import io.caseclock.notify.feedback.AccuracyQuery.Line;
import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.ToldWarnings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Warnings and breaches of tables {@code message} and {@code message_recipient}. */
public final class JdbcToldWarnings implements ToldWarnings {

  private static final String TOLD =
      """
      select 1 from message_recipient a join message l on l.id = a.message_id
      where a.message_id = ? and a.recipient = ? and l.kind in ('warning', 'breach') limit 1
      """;

  /** One pass over the messages of the period. */
  private static final String LINES =
      """
      with told as (
        select l.id, l.%s as key from message l join unit u on u.id = l.unit
        where l.kind in ('warning', 'breach') and l.at >= ? and l.at < ?
          and starts_with(coalesce(l.stage, ''), 'risk-') = ?
          and starts_with(u.path, (select path from unit where id = ?))
          and starts_with(u.path, (select path from unit where id = ?))
          and exists (select 1 from message_recipient a where a.message_id = l.id)),
      judged as (
        select f.message_id, bool_or(f.is_right) as by_some_right,
          bool_or(not f.is_right) as by_some_wrong,
          (array_agg(f.cause order by f.at desc, f.person) filter (where not f.is_right))[1]
            as cause
        from feedback f join told t on t.id = f.message_id group by f.message_id)
      select t.key, count(*) as told, count(j.message_id) as judged,
        count(*) filter (where not j.by_some_wrong) as right_ones,
        count(*) filter (where j.by_some_wrong) as wrong_ones,
        count(*) filter (where j.by_some_wrong and j.by_some_right) as disputed,
        count(*) filter (where j.cause = 'wrong-data') as wrong_data,
        count(*) filter (where j.cause = 'wrong-rule') as wrong_rule,
        count(*) filter (where j.cause = 'source-silent') as source_silent,
        count(*) filter (where j.cause = 'system-fault') as system_fault
      from told t left join judged j on j.message_id = t.id
      group by t.key order by t.key nulls last
      """;

  private final Sql sql;

  public JdbcToldWarnings(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean wasTold(String messageId, String person) {
    return !sql.query(TOLD, row -> row.getInt(1), messageId, person).isEmpty();
  }

  /** One line a group that was told anything, by key; the unknown last. */
  public List<Line> accuracy(AccuracyQuery query) {
    return sql.query(
        LINES.formatted(column(query.by())),
        row -> new Line(row.getString("key"), accuracy(row)),
        query.from(),
        query.until(),
        query.of() == AccuracyQuery.Of.PREDICTIONS,
        query.root(),
        query.unit().orElse(query.root()));
  }

  private static String column(AccuracyQuery.By by) {
    return switch (by) {
      case RULE -> "rule";
      case UNIT -> "unit";
      case SOURCE -> "source";
    };
  }

  private static Accuracy accuracy(ResultSet row) throws SQLException {
    return new Accuracy(
        row.getLong("told"),
        row.getLong("judged"),
        row.getLong("right_ones"),
        row.getLong("wrong_ones"),
        row.getLong("disputed"),
        causes(row));
  }

  private static Map<Cause, Long> causes(ResultSet row) throws SQLException {
    Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    for (var cause : Cause.values()) {
      causes.put(cause, row.getLong(cause.wire().replace('-', '_')));
    }
    return causes;
  }
}
