package io.caseclock.notify.delivery.jdbc;

import static io.caseclock.jdbc.Sql.column;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.DeliveryQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables {@code delivery} and {@code delivery_attempt}. */
public final class JdbcDeliveryQueue implements DeliveryQueue {

  private static final String ADD =
      """
      insert into delivery (id, channel, recipient, is_personal, address, unit, kind, level, count,
        message_id, case_id, body, queued_at, attempts, next_attempt_at)
      select id, channel, recipient, is_personal::boolean, address, unit, kind, level, count::int,
        message_id, case_id, body, queued_at::timestamptz, attempts::int,
        due::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::text[])
        with ordinality
        as d(id, channel, recipient, is_personal, address, unit, kind, level, count, message_id,
          case_id, body, queued_at, attempts, due, place)
      order by place on conflict (id) do nothing
      """;

  private static final String TAKE_BACK =
      """
      update delivery set taken_back_at = ?, taken_back_reason = ?, next_attempt_at = null
      where id = any (?) and delivered_at is null and given_up_at is null
        and taken_back_at is null
      """;

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
        and not has_no_fallback and claimed_until is null and queued_at <= ?
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

  private static final String LAST_TEST =
      """
      select max(queued_at) as queued_at from delivery where channel = ? and kind = 'test'
      having max(queued_at) > ?
      """;

  private final Sql sql;

  public JdbcDeliveryQueue(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(List<Delivery> deliveries) {
    add(deliveries, Delivery::queuedAt);
  }

  @Override
  public Delivery addTest(Delivery delivery) {
    add(List.of(delivery), none -> null);
    return delivery;
  }

  private void add(List<Delivery> deliveries, Due due) {
    if (deliveries.isEmpty()) {
      return;
    }
    sql.update(
        ADD,
        column(deliveries, Delivery::id),
        column(deliveries, Delivery::channel),
        column(deliveries, Delivery::recipient),
        column(deliveries, Delivery::isPersonal),
        column(deliveries, Delivery::address),
        column(deliveries, Delivery::unit),
        column(deliveries, Delivery::kind),
        column(deliveries, Delivery::level),
        column(deliveries, Delivery::count),
        column(deliveries, Delivery::messageId),
        column(deliveries, Delivery::caseId),
        column(deliveries, Delivery::body),
        column(deliveries, Delivery::queuedAt),
        column(deliveries, Delivery::attempt),
        column(deliveries, due::of));
  }

  /** When a delivery is tried first; null for one that nobody claims. */
  @FunctionalInterface
  private interface Due {
    @Nullable Instant of(Delivery delivery);
  }

  @Override
  public Optional<Instant> lastTestAfter(String channel, Instant since) {
    return sql.query(LAST_TEST, row -> Sql.required(row, "queued_at"), channel, since).stream()
        .findFirst();
  }

  @Override
  public void takeBack(Collection<String> ids, String reason, Instant now) {
    sql.update(TAKE_BACK, now, reason, ids);
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
        row.getString("unit"),
        row.getString("kind"),
        row.getString("level"),
        row.getInt("count"),
        row.getString("message_id"),
        row.getString("case_id"),
        Sql.required(row, "queued_at"),
        row.getInt("attempts"),
        row.getBytes("body"));
  }

  @Override
  public void delivered(Delivery delivery, Instant at) {
    sql.update(DELIVERED, at, delivery.id());
  }

  @Override
  public void failed(Delivery delivery, Attempt attempt, Instant next) {
    sql.update(
        FAILED,
        attempt.reason(),
        attempt.mayHaveArrived(),
        next,
        delivery.id(),
        delivery.attempt());
  }

  @Override
  public boolean givenUp(Delivery delivery, Attempt attempt) {
    return sql.update(
            GIVEN_UP,
            attempt.reason(),
            attempt.mayHaveArrived(),
            attempt.at(),
            delivery.id(),
            delivery.attempt())
        > 0;
  }

  @Override
  public void attempted(Delivery delivery, Attempt attempt, String outcome, Duration took) {
    sql.update(
        ATTEMPTED,
        delivery.id(),
        delivery.attempt(),
        attempt.at(),
        outcome,
        attempt.reason(),
        took.toMillis());
  }

  @Override
  public List<String> stranded(String channel, int limit, Instant now) {
    return sql.query(STRANDED, row -> row.getString("id"), channel, now, limit);
  }

  @Override
  public void keepWaiting(Collection<String> ids) {
    sql.update("update delivery set has_no_fallback = true where id = any (?)", ids);
  }

  @Override
  public List<String> giveUpUnknown(
      Collection<String> configured, Instant dueBefore, int limit, Attempt why) {
    return sql.query(
        UNKNOWN, row -> row.getString("id"), why.at(), why.reason(), dueBefore, configured, limit);
  }
}
