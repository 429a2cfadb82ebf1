package io.caseclock.consume.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerConfigTest {

  @Test
  void the_defaults_are_safe_in_production() {
    var config = config(Map.of());

    assertThat(config.firstPause()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.longestPause()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void every_key_is_read() {
    var config =
        config(
            Map.of(
                "caseclock.consumer.first-pause", "PT8S",
                "caseclock.consumer.longest-pause", "PT9S"));

    assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(8));
    assertThat(config.longestPause()).isEqualTo(Duration.ofSeconds(9));
  }

  private static ConsumerConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(ConsumerConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .build()
        .getConfigMapping(ConsumerConfig.class);
  }
}
