package io.caseclock.wiring;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/** The service's one clock, and the checks that keep local conveniences out of production. */
public class ClockWiring {

  @Produces
  @ApplicationScoped
  InstantSource clock(ClockConfig config) {
    return config
        .offsetFile()
        .<InstantSource>map(file -> new MovableClock(InstantSource.system(), file))
        .orElseGet(InstantSource::system);
  }

  void refuseLocalSettingsInProduction(
      @Observes @Priority(1) StartupEvent start, ClockConfig clock, Config config) {
    LocalSettings.refuseOutsideTheLocalStack(
        LaunchMode.current(), ConfigUtils.getProfiles(), clock, config);
  }
}
