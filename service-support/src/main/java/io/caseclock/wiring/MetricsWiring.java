package io.caseclock.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Ends the metrics of a service with it. The registry belongs to the JVM: where a service is
 * started again in the same one, as in dev mode and in tests, a gauge of the same name would go on
 * looking at what has ended.
 */
@Singleton
public class MetricsWiring {

  void forget(@Observes ShutdownEvent event, MeterRegistry meters) {
    meters.clear();
  }
}
