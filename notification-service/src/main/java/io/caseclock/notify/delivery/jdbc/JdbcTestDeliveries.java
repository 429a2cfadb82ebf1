package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.NewDelivery;
import java.time.Instant;
import java.util.Optional;

/**
 * Deliveries that an administrator sends to see whether a channel works; no replica claims them.
 */
public final class JdbcTestDeliveries {

  private static final String LAST =
      """
      select max(queued_at) as queued_at from delivery where channel = ? and kind = 'test'
      having max(queued_at) > ?
      """;
  private static final String ADD =
      """
      insert into delivery (id, channel, recipient, is_personal, address, unit, kind, level, count,
        body, queued_at, attempts)
      values (?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, 1)
      returning *
      """;

  private final Sql sql;

  public JdbcTestDeliveries(Sql sql) {
    this.sql = sql;
  }

  /** When the channel was tested last, if that is later than an instant. */
  public Optional<Instant> lastAfter(String channel, Instant since) {
    return sql.query(LAST, row -> Sql.required(row, "queued_at"), channel, since).stream()
        .findFirst();
  }

  public Delivery add(NewDelivery delivery) {
    return sql.query(
            ADD,
            JdbcDeliveries::delivery,
            delivery.id(),
            delivery.channel(),
            delivery.addressee(),
            delivery.to(),
            delivery.unit(),
            delivery.kind(),
            delivery.level(),
            delivery.count(),
            delivery.body(),
            delivery.at())
        .getFirst();
  }
}
