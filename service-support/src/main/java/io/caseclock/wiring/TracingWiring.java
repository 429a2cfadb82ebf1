package io.caseclock.wiring;

import io.caseclock.trace.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes traces where one of OpenTelemetry's own settings names whom to send them to. The settings
 * are those of its Java SDK ({@code OTEL_…} in the environment, {@code otel.…} elsewhere); what
 * does not fit them ends the start.
 */
@Singleton
public class TracingWiring {

  private static final Logger LOGGER = LoggerFactory.getLogger(TracingWiring.class);
  private static final String PREFIX = "otel.";
  private static final List<String> ENDPOINTS =
      List.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint");
  private static final long LAST_SPANS_SECONDS = 2;

  private Optional<OpenTelemetrySdk> sdk = Optional.empty();

  @Produces
  @Singleton
  Tracing tracing(
      Config config, @ConfigProperty(name = "quarkus.application.name") String service) {
    if (!isOn(config)) {
      return Tracing.off();
    }
    var made =
        AutoConfiguredOpenTelemetrySdk.builder()
            .setServiceClassLoader(TracingWiring.class.getClassLoader())
            .disableShutdownHook()
            .addPropertiesSupplier(() -> defaults(service))
            .addPropertiesCustomizer(ignored -> settings(config))
            .build()
            .getOpenTelemetrySdk();
    sdk = Optional.of(made);
    return Tracing.by(made);
  }

  private static boolean isOn(Config config) {
    return !config.getOptionalValue("otel.sdk.disabled", Boolean.class).orElse(false)
        && ENDPOINTS.stream()
            .anyMatch(name -> config.getOptionalValue(name, String.class).isPresent());
  }

  /** Traces alone, over HTTP, and nothing that a sender calls baggage. */
  private static Map<String, String> defaults(String service) {
    return Map.of(
        "otel.service.name", service,
        "otel.propagators", "tracecontext",
        "otel.exporter.otlp.protocol", "http/protobuf",
        "otel.metrics.exporter", "none",
        "otel.logs.exporter", "none");
  }

  /** What the SDK does not find by itself: it reads neither files nor the profile in use. */
  private static Map<String, String> settings(Config config) {
    Map<String, String> settings = new HashMap<>();
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        config.getOptionalValue(name, String.class).ifPresent(value -> settings.put(name, value));
      }
    }
    return settings;
  }

  /** Made at the start, so that a setting that does not fit ends it, and not the first request. */
  void start(@Observes StartupEvent event, Tracing tracing) {
    if (tracing.isOn()) {
      LOGGER.info("traces are written");
    }
  }

  void stop(@Observes ShutdownEvent event) {
    sendTheRest();
  }

  /** For a moment; what is not sent by then is lost. */
  void sendTheRest() {
    sdk.ifPresent(made -> made.shutdown().join(LAST_SPANS_SECONDS, TimeUnit.SECONDS));
  }
}
