package io.caseclock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StraightTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u202Eb",
        "a\u200Fb",
        "\u061Ca",
        "a\u2066",
        "a\nb",
        "a\tb",
        "a\u007F",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u0000b",
        "a\uD800"
      })
  void what_turns_breaks_or_cannot_be_stored_is_no_line(String name) {
    assertThat(StraightText.isLine(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "我的期限", "mine, of 2026 (\uD840\uDC00)", "\u05D0\u05D1"})
  void letters_of_every_script_are(String name) {
    assertThat(StraightText.isLine(name)).isTrue();
  }

  @Test
  void a_text_loses_only_what_turns_it() {
    assertThat(StraightText.of("a\u202E\u2069b\u05D0 c")).isEqualTo("ab\u05D0 c");
  }

  @Test
  void what_turns_or_has_no_shape_is_named_and_nothing_is_lost() {
    assertThat(StraightText.named("a\u202Eb\u061C\u001B[1m\u009Bc\u0000\u007F"))
        .isEqualTo("a[U+202E]b[U+061C][U+001B][1m[U+009B]c[U+0000][U+007F]");
    assertThat(StraightText.named("两行\r\n\t\u05D0 [U+202E] $1\\"))
        .isEqualTo("两行\r\n\t\u05D0 [U+202E] $1\\");
  }
}
