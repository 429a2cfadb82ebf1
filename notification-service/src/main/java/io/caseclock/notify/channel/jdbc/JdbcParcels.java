package io.caseclock.notify.channel.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Parcel;
import io.caseclock.notify.channel.Parcels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims by skipping what another replica holds; a claim is a lease, noted in the row. */
public final class JdbcParcels implements Parcels {

  private static final String CLAIM =
      """
      update webhook_delivery set attempts = attempts + 1, next_attempt_at = ?
      where id in (
        select id from webhook_delivery where next_attempt_at <= ?
        order by next_attempt_at limit ? for update skip locked)
      returning id, webhook, attempts, body
      """;
  private static final String DELIVERED =
      """
      update webhook_delivery set delivered_at = ?, next_attempt_at = null, last_reason = null
      where id = ? and delivered_at is null
      """;
  private static final String FAILED =
      """
      update webhook_delivery set last_reason = ?, next_attempt_at = ?::timestamptz,
        given_up_at = case when ?::timestamptz is null then ?::timestamptz end
      where id = ? and delivered_at is null and attempts = ?
      """;

  private final Sql sql;

  public JdbcParcels(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Parcel> claim(int limit, Instant now, Duration lease) {
    return sql.query(
        CLAIM,
        row ->
            new Parcel(
                row.getString("id"),
                row.getString("webhook"),
                row.getInt("attempts"),
                row.getBytes("body")),
        now.plus(lease),
        now,
        limit);
  }

  @Override
  public void delivered(Parcel parcel, Instant at) {
    sql.update(DELIVERED, at, parcel.id());
  }

  @Override
  public void failed(Parcel parcel, String reason, @Nullable Instant next, Instant at) {
    sql.update(FAILED, reason, next, next, at, parcel.id(), parcel.attempt());
  }
}
