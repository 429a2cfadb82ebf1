package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.local.StackException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockMoveTest {

  @ParameterizedTest
  @CsvSource({
    "+3d, PT72H",
    "-2h, PT-2H",
    "+1d12h30m, PT36H30M",
    "+45s, PT45S",
    "-1d1s, PT-24H-1S",
    "+0h, PT0S"
  })
  void a_move_is_a_sign_and_a_span(String text, Duration span) {
    assertThat(ClockMove.parse(text)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3d", "+", "+d", "+3", "+3w", "+2h1d", "tomorrow", "+3d "})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> ClockMove.parse(text))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("+3d");
  }
}
