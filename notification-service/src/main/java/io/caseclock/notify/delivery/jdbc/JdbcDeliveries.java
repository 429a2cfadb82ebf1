package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.Deliveries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Tables {@code delivery} and {@code delivery_attempt}. */
public final class JdbcDeliveries implements Deliveries {

  private static final String DELIVERED =
      """
      update delivery set delivered_at = ?, next_attempt_at = null, claimed_until = null,
        last_reason = null
      where id = ? and delivered_at is null
      """;
  private static final String FAILED =
      """
      update delivery set last_reason = ?, may_have_arrived = may_have_arrived or ?,
        next_attempt_at = ?, claimed_until = null
      where id = ? and delivered_at is null and taken_back_at is null and attempts = ?
      """;
  private static final String GIVEN_UP =
      """
      update delivery set last_reason = ?, may_have_arrived = may_have_arrived or ?,
        next_attempt_at = null, claimed_until = null, given_up_at = ?
      where id = ? and delivered_at is null and taken_back_at is null and attempts = ?
      """;
  private static final String ATTEMPTED =
      """
      insert into delivery_attempt (delivery_id, attempt, at, outcome, reason, millis)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String STRANDED =
      """
      select id from delivery
      where channel = ? and next_attempt_at is not null and is_personal and not may_have_arrived
        and not has_no_fallback and claimed_until is null and event_id is null and queued_at <= ?
      order by seq limit ? for update skip locked
      """;
  private static final String UNKNOWN =
      """
      update delivery set next_attempt_at = null, given_up_at = ?, last_reason = ?
      where id in (
        select id from delivery where next_attempt_at <= ? and not channel = any (?)
        order by seq limit ? for update skip locked)
      returning id
      """;

  private final Sql sql;

  public JdbcDeliveries(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Delivery> claim(ChannelQueue queue, Instant now) {
    return sql.transact(connection -> new Claim(connection, queue, now).claim());
  }

  static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("channel"),
        row.getString("recipient"),
        row.getString("address"),
        row.getString("kind"),
        row.getString("level"),
        row.getInt("count"),
        row.getString("event_id") == null,
        Sql.required(row, "queued_at"),
        row.getInt("attempts"),
        row.getBytes("body"));
  }

  @Override
  public void delivered(Delivery delivery, Instant at) {
    sql.update(DELIVERED, at, delivery.id());
  }

  @Override
  public void failed(Delivery delivery, Tried tried, Instant next) {
    sql.update(
        FAILED, tried.reason(), tried.mayHaveArrived(), next, delivery.id(), delivery.attempt());
  }

  @Override
  public boolean givenUp(Delivery delivery, Tried tried) {
    return sql.update(
            GIVEN_UP,
            tried.reason(),
            tried.mayHaveArrived(),
            tried.at(),
            delivery.id(),
            delivery.attempt())
        > 0;
  }

  @Override
  public void attempted(Delivery delivery, Tried tried, String outcome, Duration took) {
    sql.update(
        ATTEMPTED,
        delivery.id(),
        delivery.attempt(),
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
    sql.update("update delivery set has_no_fallback = true where id = any (?)", ids);
  }

  @Override
  public List<String> giveUpUnknown(
      Collection<String> configured, Instant dueBefore, int limit, Tried why) {
    return sql.query(
        UNKNOWN, row -> row.getString("id"), why.at(), why.reason(), dueBefore, configured, limit);
  }
}
