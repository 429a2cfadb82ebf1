package io.caseclock.intake.activity.jdbc;

import io.caseclock.intake.activity.SourceActivities;
import io.caseclock.intake.activity.SourceActivity;
import io.caseclock.jdbc.Sql.DatabaseException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * How many sources are silent for unusually long, not a number while the database is away; and for
 * how long, of the {@value #NAMED} longest.
 */
public final class QuietSourcesGauge implements MeterBinder {

  /** Names are the senders' to choose; so many are told at once. */
  static final int NAMED = 50;

  private final SourceActivities activities;
  private final InstantSource clock;
  private final List<MultiGauge> named = new CopyOnWriteArrayList<>();

  public QuietSourcesGauge(SourceActivities activities, InstantSource clock) {
    this.activities = activities;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("caseclock.intake.sources.quiet", this, QuietSourcesGauge::count)
        .description("Sources that are silent for longer than is usual for them")
        .register(registry);
    named.add(
        MultiGauge.builder("caseclock.intake.source.quiet")
            .description("For how long the silence of a source has been unusual")
            .baseUnit("seconds")
            .register(registry));
  }

  /** Tells those that are quiet now, and no others any more. */
  public void refresh() {
    var rows = activities.longestQuiet(clock.instant(), NAMED).stream().map(this::row).toList();
    named.forEach(gauge -> gauge.register(rows, true));
  }

  private MultiGauge.Row<?> row(SourceActivity source) {
    var quietFrom = Objects.requireNonNull(source.quietFrom(), source.source());
    return MultiGauge.Row.of(Tags.of("source", source.source()), () -> secondsSince(quietFrom));
  }

  private double secondsSince(Instant quietFrom) {
    return Duration.between(quietFrom, clock.instant()).toMillis() / 1000.0;
  }

  private double count() {
    try {
      return activities.countQuiet(clock.instant());
    } catch (DatabaseException e) {
      return Double.NaN;
    }
  }
}
