package io.caseclock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/x?unit=%00, /unit",
    "/api/v1/x?unit=a%0d%0ab, /unit",
    "/api/v1/x?unit=%09, /unit",
    "/api/v1/x?unit=%7f, /unit",
    "/api/v1/x?unit=%C2%85, /unit",
    "/api/v1/x?unit=%, /unit",
    "/api/v1/x?unit=%4, /unit",
    "/api/v1/x?unit=%zz, /unit",
    "/api/v1/x?unit=%FF, /unit",
    "/api/v1/x?unit=%C0%80, /unit",
    "/api/v1/x?unit=%ED%A0%80, /unit",
    "/api/v1/x?unit=%E4%B8, /unit",
    "/api/v1/x?unit=%EF%BF%BD, /unit",
    "/api/v1/x?unit=\u00e9, /unit",
    "/api/v1/x?a=1&a~b=%00, /a~0b",
    "/api/v1/x?%00=1, ''",
    "/api/v1/x?%=1, ''",
    "/api/v1/%00, ''",
    "/api/v1/%FF/y, ''",
    "/api/v1/%2, ''",
    "/api/v1/x;a=1, ''",
    "/api/v1/%251;2/y, ''",
    "/api/v1/\u6848, ''",
  })
  void what_is_no_printable_utf_8_is_refused_by_name(String uri, String pointer) {
    var problem = RequestLine.fault(uri).orElseThrow();

    assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    assertThat(problem.violations()).extracting(Violation::pointer).containsExactly(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1/x",
        "/api/v1/x?",
        "/api/v1/x?&a&b=&c=1",
        "/api/v1/cases/%E6%A1%88%E4%BB%B6/deadlines?unit=%F0%A0%AE%B7",
        "/api/v1/x?at=2026-03-02T09:00:00%2B08:00&b=a+b%20c",
        "/api/v1/x?a=b=c?d/%25;e",
        "/api/v1/%3B"
      })
  void what_can_be_read_passes(String uri) {
    assertThat(RequestLine.fault(uri)).isEmpty();
  }
}
