package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSettingsTest {

  private static final ClockConfig FIXED = Optional::empty;
  private static final ClockConfig MOVABLE = () -> Optional.of(Path.of("clock-offset"));
  private static final Config PLAIN = config(Map.of());
  private static final Config BUILT_IN_USERS = config(Map.of("quarkus.oidc.public-key", "MIIB"));

  @ParameterizedTest
  @ValueSource(strings = {"prod", "staging", "prod,local", "local,prod"})
  void a_movable_clock_stops_the_start_and_is_named(String profiles) {
    assertThatThrownBy(() -> refuse(LaunchMode.NORMAL, profiles, MOVABLE, PLAIN))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("caseclock.clock.offset-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "staging", "prod,local", "local,prod"})
  void built_in_users_stop_the_start_and_are_named(String profiles) {
    assertThatThrownBy(() -> refuse(LaunchMode.NORMAL, profiles, FIXED, BUILT_IN_USERS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("quarkus.oidc.public-key")
        .hasMessageNotContaining("MIIB");
  }

  @Test
  void production_without_either_starts() {
    assertThatCode(() -> refuse(LaunchMode.NORMAL, "prod", FIXED, PLAIN))
        .doesNotThrowAnyException();
  }

  @Test
  void the_local_stack_may_have_both() {
    assertThatCode(() -> refuse(LaunchMode.NORMAL, "local", MOVABLE, BUILT_IN_USERS))
        .doesNotThrowAnyException();
  }

  @Test
  void tests_and_development_may_have_both() {
    assertThatCode(() -> refuse(LaunchMode.TEST, "test", MOVABLE, BUILT_IN_USERS))
        .doesNotThrowAnyException();
    assertThatCode(() -> refuse(LaunchMode.DEVELOPMENT, "dev", MOVABLE, BUILT_IN_USERS))
        .doesNotThrowAnyException();
  }

  @Test
  void the_clock_is_movable_only_where_a_file_is_named() {
    assertThat(new ClockWiring().clock(MOVABLE)).isInstanceOf(MovableClock.class);
    assertThat(new ClockWiring().clock(FIXED)).isNotInstanceOf(MovableClock.class);
  }

  @Test
  void no_time_is_finer_than_the_database_keeps_it() {
    for (var config : List.of(MOVABLE, FIXED)) {
      var now = new ClockWiring().clock(config).instant();

      assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }
  }

  private static void refuse(LaunchMode mode, String profiles, ClockConfig clock, Config config) {
    LocalSettings.refuseOutsideTheLocalStack(mode, List.of(profiles.split(",")), clock, config);
  }

  private static Config config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build();
  }
}
