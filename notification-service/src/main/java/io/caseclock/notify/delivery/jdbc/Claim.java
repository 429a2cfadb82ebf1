package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.delivery.ChannelQueue;
import io.caseclock.notify.delivery.Circuit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * One claim. The channel's row is held meanwhile, so that two replicas together neither send more
 * than the rate allows nor two probes; a claim is a lease, noted in the deliveries' rows.
 */
final class Claim {

  private static final Duration RATED = Duration.ofMinutes(1);

  /** A claim that was never noted may have reached somebody before its replica died. */
  private static final String CLAIM =
      """
      update delivery set attempts = attempts + 1, next_attempt_at = ?, claimed_until = ?,
        may_have_arrived = may_have_arrived or claimed_until is not null
      where id in (
        select id from delivery where channel = ? and next_attempt_at <= ?
        order by %s limit ? for update skip locked)
      returning *
      """;

  private static final String IN_TURN = CLAIM.formatted("next_attempt_at");

  /** A delivery that fails by its own fault shall not be the probe for ever. */
  private static final String LEAST_TRIED = CLAIM.formatted("attempts, next_attempt_at");

  private static final String RATE = "update channel_circuit set recent = ? where channel = ?";

  private final Connection connection;
  private final ChannelQueue queue;
  private final Instant now;

  Claim(Connection connection, ChannelQueue queue, Instant now) {
    this.connection = connection;
    this.queue = queue;
    this.now = now;
  }

  /** The channel's row. */
  private record Held(Circuit circuit, List<Long> recent) {}

  List<Delivery> claim() throws SQLException {
    var held = hold();
    var recent = held.recent().stream().filter(this::isRecent).toList();
    var allowed = held.circuit().allows(now, queue.batch());
    if (queue.perMinute().isPresent()) {
      allowed = Math.min(allowed, queue.perMinute().getAsInt() - recent.size());
    }
    var claimed = allowed > 0 ? take(held.circuit(), allowed) : List.<Delivery>of();
    if (!claimed.isEmpty()) {
      note(held.circuit(), recent, claimed.size());
    }
    return claimed;
  }

  private boolean isRecent(long millis) {
    return Instant.ofEpochMilli(millis).isAfter(now.minus(RATED));
  }

  private Held hold() throws SQLException {
    var held = lock();
    if (held.isEmpty()) {
      Sql.update(
          connection,
          JdbcCircuits.CREATE,
          statement -> {
            statement.setString(1, queue.id());
            statement.setObject(2, Sql.utc(now));
          });
      held = lock();
    }
    return held.getFirst();
  }

  private List<Held> lock() throws SQLException {
    return Sql.query(
        connection,
        JdbcCircuits.LOCK,
        statement -> statement.setString(1, queue.id()),
        row -> new Held(JdbcCircuits.circuit(row), recent(row)));
  }

  private static List<Long> recent(ResultSet row) throws SQLException {
    return Arrays.asList((Long[]) row.getArray("recent").getArray());
  }

  private List<Delivery> take(Circuit circuit, int most) throws SQLException {
    var until = Sql.utc(now.plus(queue.lease()));
    return Sql.query(
        connection,
        circuit.isClosed() ? IN_TURN : LEAST_TRIED,
        statement -> {
          statement.setObject(1, until);
          statement.setObject(2, until);
          statement.setString(3, queue.id());
          statement.setObject(4, Sql.utc(now));
          statement.setInt(5, most);
        },
        JdbcDeliveryQueue::delivery);
  }

  private void note(Circuit circuit, List<Long> recent, int claimed) throws SQLException {
    if (!circuit.isClosed()) {
      probing(circuit.probing(now.plus(queue.lease())));
    }
    if (queue.perMinute().isPresent()) {
      var times =
          Stream.concat(recent.stream(), Collections.nCopies(claimed, now.toEpochMilli()).stream())
              .toArray(Long[]::new);
      Sql.update(
          connection,
          RATE,
          statement -> {
            statement.setArray(1, connection.createArrayOf("bigint", times));
            statement.setString(2, queue.id());
          });
    }
  }

  private void probing(Circuit probing) throws SQLException {
    Sql.update(
        connection,
        "update channel_circuit set state = ?, probe_at = ? where channel = ?",
        statement -> {
          statement.setString(1, probing.state().name());
          statement.setObject(2, Sql.utc(now.plus(queue.lease())));
          statement.setString(3, queue.id());
        });
  }
}
