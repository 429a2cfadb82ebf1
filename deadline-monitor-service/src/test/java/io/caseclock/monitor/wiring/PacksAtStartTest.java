package io.caseclock.monitor.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.monitor.law.Law;
import io.caseclock.pack.file.PackFiles;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksAtStartTest {

  @Test
  void several_packs_are_in_force_side_by_side() {
    var law = law(config("cn-public-security,cn-court-mediation"));

    assertThat(law.packs())
        .extracting(inForce -> inForce.pack().id())
        .containsExactly("cn-public-security", "cn-court-mediation");
  }

  @Test
  void a_pack_with_mistakes_stops_the_start_with_the_key_and_all_of_them(@TempDir Path home)
      throws IOException {
    for (var text : PackFiles.shipped("cn-court-mediation").texts().entrySet()) {
      var file = home.resolve("spoilt").resolve(text.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(
          file,
          text.getValue()
              .replace("period: 3 working-days", "period: 3 days")
              .replace("starts: [court-mediation-agreed]", "starts: [agreed]")
              .replace("CM08,court-mediation-return,2026-03-02T", "CM08,court-mediation-return,"));
    }

    assertThatThrownBy(() -> law(config(home.resolve("spoilt").toString())))
        .hasMessageContaining("caseclock.packs")
        .hasMessageContaining("rules/mediation.yaml:126: 'period' should be a period")
        .hasMessageContaining("rules/confirmation.yaml:16: the event 'agreed' is not declared")
        .hasMessageContaining("examples.csv:9: 'start' is a time");
  }

  private static MonitorConfig config(String packs) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(MonitorConfig.class)
        .withSources(new PropertiesConfigSource(Map.of("caseclock.packs", packs), "test", 100))
        .build()
        .getConfigMapping(MonitorConfig.class);
  }

  private static Law law(MonitorConfig config) {
    var wiring = new MonitorWiring();
    return wiring.law(wiring.packs(config), config);
  }
}
