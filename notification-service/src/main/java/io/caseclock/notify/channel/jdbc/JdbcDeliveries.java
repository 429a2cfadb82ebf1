package io.caseclock.notify.channel.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.DeliveryRecord;
import io.caseclock.notify.channel.Masked;
import java.util.List;

/** The delivery log, inside a unit's subtree, newest first. */
public final class JdbcDeliveries {

  private static final String PAGE =
      """
      select d.* from parcel d join unit u on u.id = d.unit
      where d.seq < ? and starts_with(u.path, (select path from unit where id = ?))
      order by d.seq desc limit ?
      """;

  private final Sql sql;

  public JdbcDeliveries(Sql sql) {
    this.sql = sql;
  }

  public List<DeliveryRecord> page(String rootUnit, long before, int limit) {
    return sql.query(
        PAGE,
        row ->
            new DeliveryRecord(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("channel"),
                row.getString("addressee"),
                Masked.of(row.getString("send_to")),
                row.getString("event_id"),
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
                row.getString("taken_back_reason")),
        before,
        rootUnit,
        limit);
  }
}
