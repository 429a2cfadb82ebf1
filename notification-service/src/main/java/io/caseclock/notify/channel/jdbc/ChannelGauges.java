package io.caseclock.notify.channel.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Circuit;
import io.caseclock.notify.channel.Lanes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Gauges of what waits and of what is out of use; not a number while the database is away. */
public final class ChannelGauges implements MeterBinder {

  private static final String WAITING =
      "select count(*) from parcel where channel = ? and next_attempt_at is not null";

  private final Lanes lanes;
  private final Sql sql;

  public ChannelGauges(Lanes lanes, Sql sql) {
    this.lanes = lanes;
    this.sql = sql;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var lane : lanes.all()) {
      Gauge.builder("caseclock.channel.waiting", this, gauges -> gauges.waiting(lane.id()))
          .description("Parcels that wait to be sent")
          .tag("channel", lane.id())
          .register(registry);
      Gauge.builder("caseclock.channel.circuit", this, gauges -> gauges.circuit(lane.id()))
          .description("0 closed, 1 half open, 2 open: nothing goes by this channel")
          .tag("channel", lane.id())
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
