package io.caseclock.monitor.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorConfigTest {

  @Test
  void the_defaults_are_safe_in_production() {
    var config = config(Map.of());

    assertThat(config.packs()).containsExactly("cn-public-security");
    assertThat(config.sweep().every()).isEqualTo("1s");
    assertThat(config.sweep().settle()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.sweep().batchSize()).isEqualTo(200);
    assertThat(config.law().every()).isEqualTo("60s");
    assertThat(config.audit().cron()).isEqualTo("0 30 3 * * ?");
  }

  @Test
  void every_key_is_read() {
    var config =
        config(
            Map.of(
                "caseclock.packs", "one,two",
                "caseclock.sweep.every", "7s",
                "caseclock.sweep.settle", "PT1M",
                "caseclock.sweep.batch-size", "9",
                "caseclock.law.every", "5m",
                "caseclock.audit.cron", "off"));

    assertThat(config.packs()).containsExactly("one", "two");
    assertThat(config.sweep().every()).isEqualTo("7s");
    assertThat(config.sweep().settle()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.sweep().batchSize()).isEqualTo(9);
    assertThat(config.law().every()).isEqualTo("5m");
    assertThat(config.audit().cron()).isEqualTo("off");
  }

  private static MonitorConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(MonitorConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(MonitorConfig.class);
  }
}
