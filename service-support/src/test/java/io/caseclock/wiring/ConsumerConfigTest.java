package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    assertThat(config.channels()).isEmpty();
  }

  @Test
  void every_key_is_read() {
    var config =
        config(
            Map.of(
                "caseclock.consumer.first-pause", "PT8S",
                "caseclock.consumer.longest-pause", "PT9S",
                "caseclock.consumer.channels.case-events.group", "monitor",
                "caseclock.consumer.channels.directory.group", "monitor-directory",
                "caseclock.consumer.channels.directory.batch", "7"));

    assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(8));
    assertThat(config.longestPause()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.channels())
        .extractingByKeys("case-events", "directory")
        .extracting(ConsumerConfig.Channel::group, ConsumerConfig.Channel::batch)
        .containsExactly(tuple("monitor", 500), tuple("monitor-directory", 7));
  }

  private static ConsumerConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(ConsumerConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .build()
        .getConfigMapping(ConsumerConfig.class);
  }
}
