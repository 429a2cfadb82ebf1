package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryTest {

  private final Every every = new Every();

  @ParameterizedTest
  @ValueSource(strings = {"1s", "30s", "5m", "24h", "PT2H", "7", "off", "OFF", "disabled"})
  void what_the_scheduler_understands_is_taken_as_it_stands(String text) {
    assertThat(every.convert(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "5 minutes", "1s2m", "never", "-", "* * * * * ?"})
  void what_is_no_duration_is_refused(String text) {
    assertThatThrownBy(() -> every.convert(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is a duration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0s", "999ms", "-5s", "PT-5S"})
  void what_is_shorter_than_the_scheduler_looks_is_refused(String text) {
    assertThatThrownBy(() -> every.convert(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
