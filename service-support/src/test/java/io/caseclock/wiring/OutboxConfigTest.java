package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxConfigTest {

  @Test
  void the_defaults_are_safe_in_production() {
    var config = config(Map.of());

    assertThat(config.batchSize()).isEqualTo(500);
    assertThat(config.pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.sendTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void every_key_is_read() {
    var config =
        config(
            Map.of(
                "caseclock.outbox.batch-size", "7",
                "caseclock.outbox.pause", "PT9S",
                "caseclock.outbox.send-timeout", "PT3S"));

    assertThat(config.batchSize()).isEqualTo(7);
    assertThat(config.pause()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.sendTimeout()).isEqualTo(Duration.ofSeconds(3));
  }

  private static OutboxConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(OutboxConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .build()
        .getConfigMapping(OutboxConfig.class);
  }
}
