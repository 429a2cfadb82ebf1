package io.caseclock.intake.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.file.Packs;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeConfigTest {

  @Test
  void the_defaults_are_safe_in_production() {
    var config = config(Map.of());

    assertThat(config.packs()).containsExactly("cn-public-security");
    assertThat(config.monitorUrl()).isEqualTo(URI.create("http://127.0.0.1:8082"));
    assertThat(config.topics().create()).isTrue();
    assertThat(config.topics().partitions()).isEqualTo(6);
    assertThat(config.topics().replication()).isEqualTo(-1);
    assertThat(config.retention().journal()).isEmpty();
  }

  @Test
  void every_key_is_read() {
    var config =
        config(
            Map.of(
                "caseclock.packs", "one,two",
                "caseclock.monitor-url", "https://monitor.example",
                "caseclock.topics.create", "false",
                "caseclock.topics.partitions", "12",
                "caseclock.topics.replication", "3",
                "caseclock.retention.journal", "500d"));

    assertThat(config.packs()).containsExactly("one", "two");
    assertThat(config.monitorUrl()).isEqualTo(URI.create("https://monitor.example"));
    assertThat(config.topics().create()).isFalse();
    assertThat(config.topics().partitions()).isEqualTo(12);
    assertThat(config.topics().replication()).isEqualTo(3);
    assertThat(config.retention().journal()).contains(Duration.ofDays(500));
  }

  @Test
  void an_unknown_pack_stops_the_start_with_the_key() {
    assertThatThrownBy(() -> Packs.load(List.of("no-such-pack")))
        .hasMessageContaining("caseclock.packs")
        .hasMessageContaining("no-such-pack");
  }

  @Test
  void a_folder_with_mistakes_stops_the_start_with_the_key(@TempDir Path folder) {
    assertThatThrownBy(() -> Packs.load(List.of(folder.toString())))
        .hasMessageContaining("caseclock.packs")
        .hasMessageContaining("pack.yaml");
  }

  private static IntakeConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(IntakeConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .build()
        .getConfigMapping(IntakeConfig.class);
  }
}
