package io.caseclock.consume.jdbc;

import io.caseclock.consume.FailureReason;
import io.caseclock.jdbc.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** Gauges of dead letters that wait for a person; not a number while the database is away. */
public final class DeadLetterGauges implements MeterBinder {

  private final DeadLetterTable table;
  private final List<String> topics;

  /**
   * @param topics those that the service consumes
   */
  public DeadLetterGauges(DeadLetterTable table, List<String> topics) {
    this.table = table;
    this.topics = List.copyOf(topics);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var topic : topics) {
      for (var reason : FailureReason.OF_DEAD_LETTERS) {
        Gauge.builder("caseclock.dead.letters", table, any -> open(topic, reason))
            .description("Dead letters that nobody has put back or dismissed")
            .tag("topic", topic)
            .tag("reason", reason.wire())
            .register(registry);
      }
    }
  }

  private double open(String topic, FailureReason reason) {
    try {
      return table.open(topic, reason);
    } catch (Sql.DatabaseException e) {
      return Double.NaN;
    }
  }
}
