package io.caseclock.wiring;

import io.caseclock.admission.BytesInFlight;
import io.caseclock.admission.CallerConcurrency;
import io.caseclock.admission.CallersPlaces;
import io.caseclock.admission.ParsingLimit;
import io.caseclock.admission.http.BodyTimeout;
import io.caseclock.admission.http.ConnectionTimeouts;
import io.caseclock.admission.http.GuardedConnections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sizes what a service takes at once by its settings and its heap. */
public class AdmissionWiring {

  private static final int PART_IN_FLIGHT = 8;
  private static final int PART_OF_ONE = 3;
  private static final int PART_AT_WORK = 32;
  private static final long LARGEST = 13 * 1024 * 1024;

  /** Before everything else that looks at a request. */
  private static final int FIRST = 10_000;

  @Produces
  @Singleton
  BytesInFlight inFlight(HttpConfig config) {
    var most =
        config
            .inFlight()
            .map(MemorySize::asLongValue)
            .orElseGet(() -> Runtime.getRuntime().maxMemory() / PART_IN_FLIGHT);
    return new BytesInFlight(
        most, config.inFlightOfOne().map(MemorySize::asLongValue).orElseGet(() -> ofOne(most)));
  }

  /** A third, and in a small heap enough for the largest body there is. */
  private static long ofOne(long most) {
    return Math.max(most / PART_OF_ONE, Math.min(most, LARGEST));
  }

  @Produces
  @Singleton
  ParsingLimit heavyWork(HttpConfig config) {
    return new ParsingLimit(
        config
            .atWork()
            .map(MemorySize::asLongValue)
            .orElseGet(() -> Runtime.getRuntime().maxMemory() / PART_AT_WORK));
  }

  @Produces
  @Singleton
  CallersPlaces places(HttpConfig config) {
    return new CallersPlaces(
        new CallerConcurrency(config.perCaller(), config.waitingPerCaller()),
        new CallerConcurrency(config.togetherPerCaller(), config.waitingPerCaller()));
  }

  @Produces
  @Singleton
  BodyTimeout bodyPace(
      HttpConfig config, @ConfigProperty(name = "quarkus.http.read-timeout") Duration silence) {
    return new BodyTimeout(
        config.bodyWithin(),
        config.slowest().asLongValue(),
        silence,
        config.patience(),
        System::nanoTime);
  }

  @Produces
  @Singleton
  MeterBinder inFlightGauge(BytesInFlight inFlight) {
    return registry ->
        Gauge.builder("caseclock.http.in.flight", inFlight, BytesInFlight::held)
            .baseUnit("bytes")
            .description("Bytes of bodies whose requests are not answered yet")
            .register(registry);
  }

  void guard(
      @Observes Filters filters,
      HttpConfig config,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
    var lateness = new ConnectionTimeouts(config.headWithin(), config.idleWithin());
    filters.register(new GuardedConnections(lateness, largest.asLongValue()), FIRST);
  }

  @Produces
  @Singleton
  HttpServerOptionsCustomizer withoutHttp2InClearText(HttpConfig config) {
    return new HttpServerOptionsCustomizer() {
      @Override
      public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(config.h2c());
      }
    };
  }
}
