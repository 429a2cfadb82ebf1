package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class SettingTest {

  @Test
  void a_refusal_names_the_key_and_has_no_cause() {
    assertThat(Setting.refused("caseclock.some.key", "is too short"))
        .hasMessage("caseclock.some.key is too short")
        .hasNoCause();
  }

  @Test
  void what_the_core_refuses_is_told_with_the_key() {
    assertThatThrownBy(
            () ->
                Setting.of(
                    "caseclock.some",
                    () -> {
                      throw new IllegalArgumentException("one is less than the other");
                    }))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("caseclock.some: one is less than the other")
        .hasNoCause();
  }

  @Test
  void a_key_that_is_told_already_is_not_told_twice() {
    assertThatThrownBy(
            () ->
                Setting.of(
                    "caseclock.some",
                    () -> {
                      throw new IllegalStateException("caseclock.some.key is wrong");
                    }))
        .hasMessage("caseclock.some.key is wrong");
  }

  @Test
  void what_makes_sense_is_made() {
    assertThat(Setting.of("caseclock.some", () -> "made")).isEqualTo("made");
  }
}
