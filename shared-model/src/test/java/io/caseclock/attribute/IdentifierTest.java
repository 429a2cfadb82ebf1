package io.caseclock.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A9901000000777001",
        "e-1",
        "case/A-1",
        "9901",
        "1E5",
        "2026E12",
        "12.5E-3a",
        "a.b",
        "...",
        "a b",
        "渝公(江)立字〔2026〕7号",
        "京〔2026〕1号",
        "𠮷-𬭊",
        "①",
        "x²",
        "9e107d9d-372b-4e88-8bde-0e1e5d5c1e10"
      })
  void is_kept_as_it_is(String text) {
    assertThat(Identifier.read(text)).isEqualTo(Reading.sound(text));
  }

  @ParameterizedTest
  @CsvSource({
    "Ａ９９０１, A9901",
    "Ａ　９９, A 99",
    "京[2026]1号, 京〔2026〕1号",
    "京［2026］1号, 京〔2026〕1号",
    "京【2026】1号, 京〔2026〕1号",
    "京〔２０２６〕1号, 京〔2026〕1号",
    "京〖2026〗1号, 京〔2026〕1号",
    "京﹝2026﹞1号, 京〔2026〕1号",
    "（2026）京01号, (2026)京01号",
    "﹙2026﹚京01号, (2026)京01号",
    "A－1, A-1",
    "case／A, case/A",
    "ﾊﾞ, バ",
    "⼀号, 一号",
    "\uF9B0号, 聆号",
    "e\u0301, é",
    "\u212A1, K1"
  })
  void folds_what_differs_only_in_how_it_was_typed(String text, String normal) {
    assertThat(Identifier.read(text)).isEqualTo(Reading.sound(normal));
    assertThat(Identifier.read(normal)).isEqualTo(Reading.sound(normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " A",
        "A ",
        "\u3000A",
        "A\u3000",
        "A\u00a0",
        "A  1",
        "A\u3000 1",
        "A\u00a01",
        "A\u20091",
        "A\t1",
        "A\n1",
        "A\r\n1",
        "A\u20281",
        "A\u20291",
        "A\u00001",
        "A\u00851",
        "A\u200b1",
        "A\u200d1",
        "A\u202e1",
        "\ufeffA",
        "A\u00ad1",
        "A\ufe0f1",
        "A\u115f1",
        "A\u31641",
        "A\uffa01",
        "A\u28001",
        "A\ufffd1",
        "A\ue0001",
        "A\ufdd01",
        "A\u03781",
        "A\ud8001",
        "A\udc001",
        "A\udb40\udd001",
        "￣A"
      })
  void refuses_what_a_reader_does_not_see(String text) {
    assertThat(Identifier.read(text)).isInstanceOf(Reading.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "case/.", "case/..", "case/../x", "./x", "．．", "case／．"})
  void refuses_places_in_a_path(String text) {
    assertThat(Identifier.read(text).asReason()).get().asString().contains("place in a path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.901E+18",
        "9.901e18",
        "1.23E+05",
        "1E+17",
        "-1.2E+10",
        "case/9.901E+18",
        "９．９０１Ｅ＋１８"
      })
  void refuses_a_number_that_a_spreadsheet_rewrote_by_name(String text) {
    assertThat(Identifier.read(text).asReason())
        .contains("looks like a number that a spreadsheet rewrote; format the column as text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"case/ A1", "case/\u3000A1", "person/ P/1"})
  void behind_a_kind_begins_with_no_space_either(String text) {
    assertThat(Identifier.readBehindKind(text).asReason())
        .contains("has an identifier that begins with white space");
  }

  @ParameterizedTest
  @CsvSource({"case/A1, case/A1", "case/Ａ1, case/A1", "A1, A1", "venue/甲 乙, venue/甲 乙"})
  void behind_a_kind_is_folded_as_alone(String text, String normal) {
    assertThat(Identifier.readBehindKind(text).asValue()).contains(normal);
  }

  @Test
  void names_the_character_that_is_refused() {
    assertThat(Identifier.read("A\u202e1").asReason())
        .contains("holds a character that is not shown (U+202E)");
    assertThat(Identifier.read("A\n1").asReason()).contains("holds a control character (U+000A)");
  }

  @Test
  void has_at_most_250_characters_in_its_normal_form_too() {
    assertThat(Identifier.read("x".repeat(249)).asValue()).isPresent();
    assertThat(Identifier.read("x".repeat(250)).asValue()).isPresent();
    assertThat(Identifier.read("x".repeat(251)).asReason())
        .contains("is longer than 250 characters");
    assertThat(Identifier.read("\ufe19".repeat(250)).asReason())
        .contains("is longer than 250 characters");
  }

  @Test
  void a_normal_form_is_its_own_whatever_the_character() {
    var changed =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .mapToObj(point -> Identifier.read("a" + Character.toString(point) + "b"))
            .flatMap(reading -> reading.asValue().stream())
            .filter(normal -> !Identifier.read(normal).equals(Reading.sound(normal)))
            .toList();

    assertThat(changed).isEmpty();
  }

  @Test
  void letters_keep_their_case() {
    assertThat(Identifier.read("a-1")).isNotEqualTo(Identifier.read("A-1"));
  }
}
