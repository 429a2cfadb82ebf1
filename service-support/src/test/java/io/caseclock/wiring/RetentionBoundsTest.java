package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionBoundsTest {

  private static final String SETTING = "caseclock.retention.evidence";

  @ParameterizedTest
  @ValueSource(strings = {"PT4416H", "PT4416H0.000000001S", "PT876600H"})
  void half_a_year_to_a_hundred_years_are_taken(String text) {
    var retention = Duration.parse(text);

    assertThat(RetentionBounds.checked(SETTING, retention)).isEqualTo(retention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT4415H59M59.999999999S", "PT0S", "PT-4416H", "PT876600H0.000000001S"})
  void whatever_is_shorter_or_longer_is_refused_by_its_name(String text) {
    assertThatThrownBy(() -> RetentionBounds.checked(SETTING, Duration.parse(text)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(SETTING);
  }

  @Test
  void where_there_is_no_setting_it_is_for_ever() {
    assertThat(RetentionBounds.checked(SETTING, Optional.empty())).isNull();
    assertThatThrownBy(() -> RetentionBounds.checked(SETTING, Optional.of(Duration.ofDays(1))))
        .isInstanceOf(ConfigurationException.class);
  }
}
