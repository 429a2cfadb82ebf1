package io.caseclock.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:30:00+08:00, 2026-03-02T01:30:00Z",
    "2026-03-02t01:30:00z, 2026-03-02T01:30:00Z",
    "2026-03-02T01:30:00-00:00, 2026-03-02T01:30:00Z",
    "2026-03-02T00:00:00+23:59, 2026-03-01T00:01:00Z",
    "2026-03-02T00:00:00-23:59, 2026-03-02T23:59:00Z",
    "2026-03-02T01:30:00.1Z, 2026-03-02T01:30:00.100Z",
    "2026-03-02T01:30:00.123456Z, 2026-03-02T01:30:00.123456Z",
    "2026-03-02T01:30:00.123456999999999999999Z, 2026-03-02T01:30:00.123456Z",
    "2026-03-02T01:30:00.9999999Z, 2026-03-02T01:30:00.999999Z",
    "1960-01-01T00:00:00.9999999Z, 1960-01-01T00:00:00.999999Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "2016-12-31T23:59:60.5Z, 2017-01-01T00:00:00.500Z",
    "2017-01-01T07:59:60+08:00, 2017-01-01T00:00:00Z",
    "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
  })
  void takes_what_rfc_3339_allows_and_cuts_to_the_microsecond(String text, Instant instant) {
    assertThat(Moment.read(text)).isEqualTo(Reading.sound(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-03-02",
        "2026-03-02T09:30:00",
        "2026-03-02T09:30Z",
        "2026-03-02T09:30+08:00",
        "2026-03-02 09:30:00Z",
        "2026-03-02T09:30:00+8",
        "2026-03-02T09:30:00+08",
        "2026-03-02T09:30:00+0800",
        "2026-03-02T09:30:00+24:00",
        "2026-03-02T09:30:00+08:60",
        "2026-03-02T09:30:00+08:00[Asia/Shanghai]",
        "2026-03-02T09:30:00,5Z",
        "2026-03-02T09:30:00.Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T09:60:00Z",
        "2026-03-02T09:30:61Z",
        "2026-03-02T09:30:60Z",
        "2026-03-30T23:59:60Z",
        "2026-12-31T23:59:60+08:00",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-W10-1T00:00:00Z",
        "2026-061T00:00:00Z",
        "20260302T093000Z",
        "10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "-2026-03-02T09:30:00Z",
        "2026-3-2T9:30:00Z",
        "２０２６-03-02T09:30:00Z",
        "2026-03-02T09:30:00Z ",
        "2026-03-02T09:30:00Z\n"
      })
  void refuses_what_rfc_3339_does_not_allow(String text) {
    assertThat(Moment.read(text)).isInstanceOf(Reading.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1899-12-31T23:59:59.999999Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z"})
  void refuses_what_lies_before_1900(String text) {
    assertThat(Moment.read(text).asReason()).contains("lies before the year 1900");
  }

  @Test
  void takes_the_last_instant_of_9999_and_nothing_behind_it() {
    assertThat(Moment.read("9999-12-31T23:59:59.999999999Z").asValue()).contains(Moment.LATEST);
    assertThat(Moment.read("9999-12-31T23:59:59-00:01").asReason())
        .contains("lies after the year 9999");
  }
}
