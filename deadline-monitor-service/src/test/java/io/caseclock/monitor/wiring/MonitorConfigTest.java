package io.caseclock.monitor.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.limit.CaseLimits;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorConfigTest {

  @Test
  void the_defaults_are_safe_in_production() {
    var config = config(Map.of());

    assertThat(config.packs()).containsExactly("cn-public-security");
    assertThat(config.sweep().every()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.sweep().settle()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.sweep().settleShortest()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.sweep().settleLongest()).isEqualTo(Duration.ofHours(1));
    assertThat(config.sweep().learnEvery()).isEqualTo("60s");
    assertThat(config.sweep().batchSize()).isEqualTo(500);
    assertThat(config.statistics().addUpEvery()).isEqualTo("5s");
    assertThat(config.retention().timelines()).isEmpty();
    assertThat(config.closing().every()).isEqualTo("30s");
    assertThat(config.law().every()).isEqualTo("60s");
    assertThat(config.audit().cron()).isEqualTo("0 30 3 * * ?");
    assertThat(config.lists().every()).isEqualTo("60s");
    assertThat(config.impact().longest()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.prediction().every()).isEqualTo("5m");
    assertThat(MonitorWiring.limits(config.limits())).isEqualTo(CaseLimits.DEFAULT);
  }

  @Test
  void every_key_is_read() {
    var config =
        config(
            Map.ofEntries(
                Map.entry("caseclock.packs", "one,two"),
                Map.entry("caseclock.console-url", "https://console.example"),
                Map.entry("caseclock.sweep.every", "7s"),
                Map.entry("caseclock.sweep.settle", "PT1M"),
                Map.entry("caseclock.sweep.settle-shortest", "PT2S"),
                Map.entry("caseclock.sweep.settle-longest", "PT3M"),
                Map.entry("caseclock.sweep.learn-every", "11s"),
                Map.entry("caseclock.sweep.batch-size", "9"),
                Map.entry("caseclock.statistics.add-up-every", "13s"),
                Map.entry("caseclock.closing.every", "17s"),
                Map.entry("caseclock.law.every", "5m"),
                Map.entry("caseclock.audit.cron", "off"),
                Map.entry("caseclock.lists.every", "9m"),
                Map.entry("caseclock.impact.longest", "5s"),
                Map.entry("caseclock.impact.longest-run", "6s"),
                Map.entry("caseclock.prediction.every", "13m"),
                Map.entry("caseclock.limits.events", "1"),
                Map.entry("caseclock.limits.deadlines", "2"),
                Map.entry("caseclock.retention.timelines", "400d"),
                Map.entry("caseclock.limits.steps", "3"),
                Map.entry("caseclock.limits.findings", "4"),
                Map.entry("caseclock.limits.refused", "5"),
                Map.entry("caseclock.limits.lines", "6"),
                Map.entry("caseclock.limits.comparisons", "7")));

    assertThat(config.packs()).containsExactly("one", "two");
    assertThat(config.consoleUrl()).isEqualTo(URI.create("https://console.example"));
    assertThat(config.sweep().every()).isEqualTo(Duration.ofSeconds(7));
    assertThat(config.sweep().settle()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.sweep().settleShortest()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.sweep().settleLongest()).isEqualTo(Duration.ofMinutes(3));
    assertThat(config.sweep().learnEvery()).isEqualTo("11s");
    assertThat(config.sweep().batchSize()).isEqualTo(9);
    assertThat(config.statistics().addUpEvery()).isEqualTo("13s");
    assertThat(config.retention().timelines()).contains(Duration.ofDays(400));
    assertThat(config.closing().every()).isEqualTo("17s");
    assertThat(config.law().every()).isEqualTo("5m");
    assertThat(config.audit().cron()).isEqualTo("off");
    assertThat(config.lists().every()).isEqualTo("9m");
    assertThat(config.impact().longest()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.impact().longestRun()).isEqualTo(Duration.ofSeconds(6));
    assertThat(config.prediction().every()).isEqualTo("13m");
    assertThat(MonitorWiring.limits(config.limits()))
        .isEqualTo(new CaseLimits(1, 2, 3, 4, 5, 6, 7));
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
