package io.caseclock.monitor.level.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.problem.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTextTest {

  private final List<Violation> faults = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3164",
        "\u200B",
        "\u2800",
        "a\u001B[2J",
        "a\u202Eb",
        "a\nb",
        "a\u2028b"
      })
  void what_nobody_can_read_is_refused_with_a_pointer(String text) {
    assertThat(GivenText.read(Map.of("reason", text), "reason", faults)).isEmpty();
    assertThat(faults).extracting(Violation::pointer).containsExactly("/reason");
  }

  @Test
  void characters_are_counted_not_halves_of_them() {
    var longest = "\uD840\uDC00".repeat(500);

    assertThat(GivenText.read(Map.of("note", longest), "note", faults)).isEqualTo(longest);
    assertThat(faults).isEmpty();
    assertThat(GivenText.read(Map.of("note", longest + "x"), "note", faults)).isEmpty();
    assertThat(faults).extracting(Violation::pointer).containsExactly("/note");
  }

  @Test
  void what_is_no_text_is_refused() {
    assertThat(GivenText.read(Map.of("reason", 1), "reason", faults)).isEmpty();
    assertThat(faults).hasSize(1);
  }
}
