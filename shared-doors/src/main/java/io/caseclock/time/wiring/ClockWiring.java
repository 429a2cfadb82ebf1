package io.caseclock.time.wiring;

import io.caseclock.time.file.MovableClock;
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

  private static final String LOCAL_KEY = "quarkus.oidc.public-key";

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
    if (LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod")) {
      if (clock.offsetFile().isPresent()) {
        throw new IllegalStateException(
            "caseclock.clock.offset-file is set: a movable clock is for the local stack only");
      }
      if (config.getOptionalValue(LOCAL_KEY, String.class).isPresent()) {
        throw new IllegalStateException(
            LOCAL_KEY
                + " is set: built-in users are for the local stack only; set"
                + " quarkus.oidc.auth-server-url");
      }
    }
  }
}
