package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.ChannelQueues;
import io.caseclock.notify.delivery.Circuit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Gauges of what waits and of what is out of use; not a number while the database is away. */
public final class ChannelGauges implements MeterBinder {

  private static final String WAITING =
      "select count(*) from delivery where channel = ? and next_attempt_at is not null";

  private final ChannelQueues queues;
  private final Sql sql;

  public ChannelGauges(ChannelQueues queues, Sql sql) {
    this.queues = queues;
    this.sql = sql;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var queue : queues.all()) {
      Gauge.builder("caseclock.channel.waiting", this, gauges -> gauges.waiting(queue.id()))
          .description("Deliveries that wait to be sent")
          .tag("channel", queue.id())
          .register(registry);
      Gauge.builder("caseclock.channel.circuit", this, gauges -> gauges.circuit(queue.id()))
          .description("0 closed, 1 half open, 2 open: nothing goes by this channel")
          .tag("channel", queue.id())
          .register(registry);
    }
  }

  double waiting(String channel) {
    try {
      return sql.query(WAITING, row -> row.getLong(1), channel).getFirst();
    } catch (Sql.DatabaseException e) {
      return Double.NaN;
    }
  }

  double circuit(String channel) {
    try {
      return sql.query(JdbcCircuits.SELECT, JdbcCircuits::circuit, channel).stream()
          .findFirst()
          .map(Circuit::state)
          .map(ChannelGauges::number)
          .orElse(0);
    } catch (Sql.DatabaseException e) {
      return Double.NaN;
    }
  }

  private static int number(Circuit.State state) {
    return switch (state) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }
}
