package io.caseclock.intake.wiring;

import io.caseclock.admission.RateLimit;
import io.caseclock.intake.source.OwnRates;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.job.WakingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reads the rates of single clients again and again, for those that another replica was told. */
@Singleton
public class OwnRatesWiring {

  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final WakingLoop loop;

  OwnRatesWiring(OwnRates rates) {
    loop =
        new WakingLoop(
            "how often rates are read",
            "own-rates",
            () -> {
              rates.readAgain();
              return FRESH;
            },
            REST,
            FRESH);
  }

  @Produces
  @Singleton
  static OwnRates ownRates(SourceClients clients, RateConfig config) {
    var ofAll = new RateLimit(config.client(), config.clientBurst());
    return new OwnRates(clients::ownRates, ofAll, System::nanoTime);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }
}
