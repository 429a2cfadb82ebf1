package io.caseclock.wiring;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.Config;

/** The service's one clock, and the checks that keep local conveniences out of production. */
public class ClockWiring {

  /** As fine as the database keeps time, so that one thing has one time wherever it is told. */
  private static final Duration TICK = ChronoUnit.MICROS.getDuration();

  @Produces
  @ApplicationScoped
  InstantSource clock(ClockConfig config) {
    var system = Clock.tick(Clock.systemUTC(), TICK);
    return config
        .offsetFile()
        .<InstantSource>map(file -> new MovableClock(system, file))
        .orElse(system);
  }

  void refuseLocalSettingsInProduction(
      @Observes @Priority(1) StartupEvent start, ClockConfig clock, Config config) {
    LocalSettings.refuseOutsideTheLocalStack(
        LaunchMode.current(), ConfigUtils.getProfiles(), clock, config);
  }
}
