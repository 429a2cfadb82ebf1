package io.caseclock.intake.activity.jdbc;

import io.caseclock.intake.activity.SourceActivities;
import io.caseclock.jdbc.Sql.DatabaseException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;

/** How many sources are silent for unusually long; not a number while the database is away. */
public final class QuietSourcesGauge implements MeterBinder {

  private final SourceActivities activities;
  private final InstantSource clock;

  public QuietSourcesGauge(SourceActivities activities, InstantSource clock) {
    this.activities = activities;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("caseclock.intake.sources.quiet", this, QuietSourcesGauge::count)
        .description("Sources that are silent for longer than is usual for them")
        .register(registry);
  }

  private double count() {
    try {
      return activities.countQuiet(clock.instant());
    } catch (DatabaseException e) {
      return Double.NaN;
    }
  }
}
