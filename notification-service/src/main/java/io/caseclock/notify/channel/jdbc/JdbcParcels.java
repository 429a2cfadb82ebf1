package io.caseclock.notify.channel.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Parcel;
import io.caseclock.notify.channel.Parcels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims by skipping what another replica holds; a claim is a lease, noted in the row. */
public final class JdbcParcels implements Parcels {

  private static final String CLAIM =
      """
      update parcel set attempts = attempts + 1, next_attempt_at = ?, claimed_until = ?
      where id in (
        select id from parcel where channel = ? and next_attempt_at <= ?
        order by next_attempt_at limit ? for update skip locked)
      returning id, channel, addressee, send_to, kind, level, count, attempts, body
      """;
  private static final String DELIVERED =
      """
      update parcel set delivered_at = ?, next_attempt_at = null, claimed_until = null,
        last_reason = null
      where id = ? and delivered_at is null
      """;
  private static final String FAILED =
      """
      update parcel set last_reason = ?, may_have_arrived = may_have_arrived or ?,
        next_attempt_at = ?::timestamptz, claimed_until = null,
        given_up_at = case when ?::timestamptz is null then ?::timestamptz end
      where id = ? and delivered_at is null and taken_back_at is null and attempts = ?
      """;

  private final Sql sql;

  public JdbcParcels(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Parcel> claim(String channel, int limit, Instant now, Duration lease) {
    var until = now.plus(lease);
    return sql.query(CLAIM, JdbcParcels::parcel, until, until, channel, now, limit);
  }

  private static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        row.getString("id"),
        row.getString("channel"),
        row.getString("addressee"),
        row.getString("send_to"),
        row.getString("kind"),
        row.getString("level"),
        row.getInt("count"),
        row.getInt("attempts"),
        row.getBytes("body"));
  }

  @Override
  public void delivered(Parcel parcel, Instant at) {
    sql.update(DELIVERED, at, parcel.id());
  }

  @Override
  public void failed(
      Parcel parcel, String reason, boolean mayHaveArrived, @Nullable Instant next, Instant at) {
    sql.update(FAILED, reason, mayHaveArrived, next, next, at, parcel.id(), parcel.attempt());
  }
}
