package io.caseclock.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {

  private static final WrittenText LINE = WrittenText.line(5);
  private static final WrittenText LINES = WrittenText.lines(5);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000", "\t\n", "\u2003 "})
  void what_is_empty_is_none(String given) {
    assertThat(LINE.read(given).asReason()).contains("must be one line of 1 to 5 characters");
    assertThat(LINES.read(given).asReason()).contains("must be a text of 1 to 5 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u3164",
        "\u200B",
        "\u2800",
        "\u00A0",
        "\u00AD",
        "\u2060",
        "\uFEFF",
        "\u115F\u1160",
        "\uFE0F",
        "\uFFA0",
        "\uFFFD",
        "\u200B \u200D",
        "\uDB40\uDD00"
      })
  void what_nobody_sees_is_none(String given) {
    assertThat(LINE.read(given).asReason()).contains("holds nothing that a reader sees");
    assertThat(LINES.takes(given)).isFalse();
    assertThat(WrittenText.isUnseen(given)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0000, a control character",
    "0007, a control character",
    "001B, a control character",
    "007F, a control character",
    "009B, a control character",
    "D800, half of a surrogate pair",
    "DC00, half of a surrogate pair",
    "2028, a line break",
    "2029, a line break",
    "061C, a character that turns the direction of text",
    "200E, a character that turns the direction of text",
    "200F, a character that turns the direction of text",
    "202A, a character that turns the direction of text",
    "202E, a character that turns the direction of text",
    "2066, a character that turns the direction of text",
    "2069, a character that turns the direction of text"
  })
  void what_works_a_terminal_or_turns_text_is_named(String point, String what) {
    var given = "甲" + (char) Integer.parseInt(point, 16) + "乙";

    var reason = "holds " + what + " (U+" + point + ")";
    assertThat(LINE.read(given).asReason()).contains(reason);
    assertThat(LINES.read(given).asReason()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb"})
  void several_lines_are_for_those_who_may_write_them(String given) {
    assertThat(LINE.takes(given)).isFalse();
    assertThat(LINES.read(given).asValue()).contains(given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "理由",
        "a b",
        "\u05D0\u05D1",
        "é",
        "e\u0301",
        "👩\u200D🌾",
        "葛\uDB40\uDD00",
        "\uE000"
      })
  void what_people_write_is_taken(String given) {
    assertThat(LINE.read(given).asValue()).contains(given);
  }

  @Test
  void white_space_around_it_does_not_belong_to_it() {
    assertThat(LINE.read(" \u3000甲 乙\n").asValue()).contains("甲 乙");
  }

  @Test
  void characters_are_counted_as_readers_count_them() {
    var beyondTheFirstPlane = "\uD840\uDC00";

    assertThat(LINE.takes(beyondTheFirstPlane.repeat(4))).isTrue();
    assertThat(LINE.takes(beyondTheFirstPlane.repeat(5))).isTrue();
    assertThat(LINE.takes(beyondTheFirstPlane.repeat(6))).isFalse();
  }
}
