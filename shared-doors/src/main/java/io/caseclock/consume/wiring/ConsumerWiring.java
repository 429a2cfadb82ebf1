package io.caseclock.consume.wiring;

import io.caseclock.consume.kafka.Batches;
import io.caseclock.consume.kafka.DeadLetters;
import io.caseclock.consume.kafka.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A service that consumes produces its {@link DeadLetters}, which bear its name. */
public class ConsumerWiring {

  @Produces
  @Singleton
  Patience patience(ConsumerConfig config, MeterRegistry meters) {
    return new Patience(config.firstPause(), config.longestPause(), meters);
  }

  @Produces
  @Singleton
  Batches batches(Patience patience, Instance<DeadLetters> deadLetters) {
    return new Batches(patience, deadLetters.get());
  }

  void stop(@Observes ShutdownEvent event, Patience patience) {
    patience.close();
  }
}
