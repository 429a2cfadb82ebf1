package io.caseclock.jdbc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** Gauges of what waits for Kafka; not a number while the database is away. */
public final class OutboxGauges implements MeterBinder {

  private static final String DEPTH = "select count(*) from outbox";
  private static final String REFUSED = "select count(*) from outbox_refused";
  private static final String OLDEST = "select created_at from outbox order by seq limit 1";

  private final DataSource dataSource;
  private final InstantSource clock;

  public OutboxGauges(DataSource dataSource, InstantSource clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("caseclock.outbox.depth", this, any -> any.count(DEPTH))
        .description("Events that wait to be handed to Kafka")
        .register(registry);
    Gauge.builder("caseclock.outbox.oldest.age", this, OutboxGauges::oldestAge)
        .description("Age of the oldest event that waits")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("caseclock.outbox.refused", this, any -> any.count(REFUSED))
        .description("Events set aside since no broker will ever take them")
        .register(registry);
  }

  private double count(String query) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(query);
        var rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      return Double.NaN;
    }
  }

  /** In seconds; zero where nothing waits, not a number while the database is away. */
  public double oldestAge() {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(OLDEST);
        var rows = statement.executeQuery()) {
      if (!rows.next()) {
        return 0;
      }
      var oldest = rows.getObject(1, OffsetDateTime.class).toInstant();
      return Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    } catch (SQLException e) {
      return Double.NaN;
    }
  }
}
