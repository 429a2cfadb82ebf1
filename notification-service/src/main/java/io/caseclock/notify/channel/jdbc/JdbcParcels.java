package io.caseclock.notify.channel.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Lane;
import io.caseclock.notify.channel.Parcel;
import io.caseclock.notify.channel.Parcels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Tables {@code parcel} and {@code parcel_attempt}. */
public final class JdbcParcels implements Parcels {

  private static final String DELIVERED =
      """
      update parcel set delivered_at = ?, next_attempt_at = null, claimed_until = null,
        last_reason = null
      where id = ? and delivered_at is null
      """;
  private static final String FAILED =
      """
      update parcel set last_reason = ?, may_have_arrived = may_have_arrived or ?,
        next_attempt_at = ?, claimed_until = null
      where id = ? and delivered_at is null and taken_back_at is null and attempts = ?
      """;
  private static final String GIVEN_UP =
      """
      update parcel set last_reason = ?, may_have_arrived = may_have_arrived or ?,
        next_attempt_at = null, claimed_until = null, given_up_at = ?
      where id = ? and delivered_at is null and taken_back_at is null and attempts = ?
      """;
  private static final String ATTEMPTED =
      """
      insert into parcel_attempt (parcel_id, attempt, at, outcome, reason, millis)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String STRANDED =
      """
      select id from parcel
      where channel = ? and next_attempt_at is not null and is_personal and not may_have_arrived
        and not has_no_other_way and claimed_until is null and event_id is null and queued_at <= ?
      order by seq limit ? for update skip locked
      """;
  private static final String UNKNOWN =
      """
      update parcel set next_attempt_at = null, given_up_at = ?, last_reason = ?
      where id in (
        select id from parcel where next_attempt_at <= ? and not channel = any (?)
        order by seq limit ? for update skip locked)
      returning id
      """;

  private final Sql sql;

  public JdbcParcels(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Parcel> claim(Lane lane, Instant now) {
    return sql.transact(connection -> new Claiming(connection, lane, now).claim());
  }

  static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        row.getString("id"),
        row.getString("channel"),
        row.getString("addressee"),
        row.getString("send_to"),
        row.getString("kind"),
        row.getString("level"),
        row.getInt("count"),
        row.getString("event_id") == null,
        Sql.required(row, "queued_at"),
        row.getInt("attempts"),
        row.getBytes("body"));
  }

  @Override
  public void delivered(Parcel parcel, Instant at) {
    sql.update(DELIVERED, at, parcel.id());
  }

  @Override
  public void failed(Parcel parcel, Tried tried, Instant next) {
    sql.update(FAILED, tried.reason(), tried.mayHaveArrived(), next, parcel.id(), parcel.attempt());
  }

  @Override
  public boolean givenUp(Parcel parcel, Tried tried) {
    return sql.update(
            GIVEN_UP,
            tried.reason(),
            tried.mayHaveArrived(),
            tried.at(),
            parcel.id(),
            parcel.attempt())
        > 0;
  }

  @Override
  public void attempted(Parcel parcel, Tried tried, String outcome, Duration took) {
    sql.update(
        ATTEMPTED,
        parcel.id(),
        parcel.attempt(),
        tried.at(),
        outcome,
        tried.reason(),
        took.toMillis());
  }

  @Override
  public List<String> stranded(String channel, int limit, Instant now) {
    return sql.query(STRANDED, row -> row.getString("id"), channel, now, limit);
  }

  @Override
  public void stay(Collection<String> ids) {
    sql.update("update parcel set has_no_other_way = true where id = any (?)", ids);
  }

  @Override
  public List<String> giveUpUnknown(
      Collection<String> configured, Instant dueBefore, int limit, Tried why) {
    return sql.query(
        UNKNOWN, row -> row.getString("id"), why.at(), why.reason(), dueBefore, configured, limit);
  }
}
