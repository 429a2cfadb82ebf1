package io.caseclock.intake.accept.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caseclock.attribute.Reading;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderAttributesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "e-1 | e-1",
        "a+b | a+b",
        "a%20b | a b",
        "a b | a b",
        "%E4%BA%AC%e3%80%942026%E3%80%95 | 京〔2026〕",
        "%F0%A0%AE%B7 | 𠮷",
        "%25 | %",
        "\"a b\" | a b",
        "\"a\\\"b\\\\c\" | a\"b\\c",
        "\"a%20b\" | a b",
        "\" a \" | ` a `",
        "%22a%22 | \"a\""
      })
  void a_value_is_unquoted_then_percent_decoded(String header, String text) {
    assertThat(HeaderText.read(header)).isEqualTo(Reading.sound(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%zz",
        "%+1",
        "%FF",
        "%FE",
        "%C0%80",
        "%ED%A0%80",
        "%E4%BA",
        "\u00e4\u00ba\u00ac",
        "京",
        "a\u007fb",
        "a\tb",
        "a\u0000b",
        "\"",
        "\"a",
        "a\"",
        "a\"b",
        "\"a\"b\"",
        "\"a\\\""
      })
  void what_the_binding_does_not_write_is_refused(String header) {
    assertThat(HeaderText.read(header)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void headers_become_attributes_whatever_the_case_of_their_names() {
    assertThat(
            HeaderAttributes.read(
                Map.of(
                    "CE-Id", List.of("e-1"),
                    "ce-source", List.of("urn:x"),
                    "Content-Type", List.of("application/json"),
                    "Accept", List.of("a", "b"))))
        .isEqualTo(Map.of("id", "e-1", "source", "urn:x", "datacontenttype", "application/json"));
  }

  @Test
  void a_header_that_is_doubled_or_misnamed_is_refused_with_a_pointer() {
    var headers =
        Map.of(
            "ce-id", List.of("e-1", "e-2"),
            "ce-source", List.of("urn:x"),
            "CE-Source", List.of("urn:x"),
            "ce-my_attr", List.of("x"),
            "ce-", List.of("x"),
            "ce-datacontenttype", List.of("application/json"),
            "ce-subject", List.of("%FF"));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> HeaderAttributes.read(headers))
        .satisfies(
            refusal ->
                assertThat(refusal.problem().violations())
                    .extracting(Violation::pointer)
                    .containsExactlyInAnyOrder(
                        "/id", "/source", "/my_attr", "/", "/datacontenttype", "/subject"));
  }
}
