package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.DeliveryAttempt;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.DeliveryRecord;
import io.caseclock.notify.delivery.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The delivery log, inside a unit's subtree, newest first. */
public final class JdbcDeliveryLog implements DeliveryLog {

  private static final String SEEN =
      """
      select d.* from delivery d join unit u on u.id = d.unit
      where starts_with(u.path, (select path from unit where id = ?))
      """;
  private static final String PAGE = SEEN + " and d.seq < ? order by d.seq desc limit ?";
  private static final String ONE = SEEN + " and d.id = ?";
  private static final String ATTEMPTS =
      "select * from delivery_attempt where delivery_id = ? order by attempt";
  private static final String WAITING =
      """
      select channel, count(*) from delivery where next_attempt_at is not null group by channel
      """;

  private static final String OF_LATE =
      """
      select p.channel, count(*) filter (where a.outcome = 'delivered') as delivered,
        count(*) filter (where a.outcome <> 'delivered') as failed
      from delivery_attempt a join delivery p on p.id = a.delivery_id where a.at > ? group by p.channel
      """;

  private final Sql sql;

  public JdbcDeliveryLog(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<DeliveryRecord> page(String rootUnit, long before, int limit) {
    return sql.query(PAGE, JdbcDeliveryLog::delivery, rootUnit, before, limit);
  }

  @Override
  public Optional<DeliveryRecord> byId(String rootUnit, String id) {
    return sql.query(ONE, JdbcDeliveryLog::delivery, rootUnit, id).stream().findFirst();
  }

  @Override
  public List<DeliveryAttempt> attempts(String id) {
    return sql.query(
        ATTEMPTS,
        row ->
            new DeliveryAttempt(
                row.getInt("attempt"),
                Sql.required(row, "at"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getLong("millis")),
        id);
  }

  @Override
  public Map<String, Long> waiting() {
    Map<String, Long> waiting = new LinkedHashMap<>();
    sql.query(WAITING, row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> waiting.put(entry.getKey(), entry.getValue()));
    return waiting;
  }

  @Override
  public Map<String, Attempts> attempts(Instant since) {
    Map<String, Attempts> attempts = new LinkedHashMap<>();
    sql.query(
            OF_LATE,
            row ->
                Map.entry(
                    row.getString("channel"),
                    new Attempts(row.getLong("delivered"), row.getLong("failed"))),
            since)
        .forEach(entry -> attempts.put(entry.getKey(), entry.getValue()));
    return attempts;
  }

  private static DeliveryRecord delivery(ResultSet row) throws SQLException {
    return new DeliveryRecord(
        row.getLong("seq"),
        row.getString("id"),
        row.getString("channel"),
        row.getString("recipient"),
        Masked.of(row.getString("address")),
        row.getString("message_id"),
        row.getString("kind"),
        row.getString("level"),
        row.getInt("count"),
        row.getString("unit"),
        row.getString("case_id"),
        Sql.required(row, "queued_at"),
        row.getInt("attempts"),
        row.getString("last_reason"),
        Sql.instant(row, "next_attempt_at"),
        Sql.instant(row, "delivered_at"),
        Sql.instant(row, "given_up_at"),
        Sql.instant(row, "taken_back_at"),
        row.getString("taken_back_reason"));
  }
}
