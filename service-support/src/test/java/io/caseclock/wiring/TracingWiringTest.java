package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.trace.Tracing;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracingWiringTest {

  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  private static final String NOBODY = "http://127.0.0.1:9";

  private final TracingWiring wiring = new TracingWiring();

  @AfterEach
  void end() {
    wiring.sendTheRest();
  }

  private Tracing with(Map<String, String> settings) {
    return wiring.tracing(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "of a test", 100))
            .build(),
        "a-service");
  }

  @Test
  void without_a_collector_nothing_is_written() {
    assertThat(with(Map.of()).isOn()).isFalse();
    assertThat(with(Map.of("otel.traces.sampler", "always_on")).isOn()).isFalse();
  }

  @Test
  void a_collector_switches_traces_on_and_a_setting_off_again() {
    assertThat(with(Map.of(ENDPOINT, NOBODY)).isOn()).isTrue();
    assertThat(with(Map.of("otel.exporter.otlp.traces.endpoint", NOBODY)).isOn()).isTrue();
    assertThat(with(Map.of(ENDPOINT, NOBODY, "otel.sdk.disabled", "true")).isOn()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "otel.exporter.otlp.endpoint, no address",
    "otel.traces.sampler, sometimes",
    "otel.exporter.otlp.protocol, pigeon"
  })
  void a_setting_that_does_not_fit_ends_the_start(String name, String value) {
    Map<String, String> settings = new HashMap<>(Map.of(ENDPOINT, NOBODY));
    settings.put(name, value);

    assertThatThrownBy(() -> with(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasStackTraceContaining(value);
  }
}
