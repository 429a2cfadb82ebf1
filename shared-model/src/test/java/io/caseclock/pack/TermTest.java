package io.caseclock.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.Term.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

  @ParameterizedTest
  @CsvSource({
    "1 hours, PT1H",
    "30 calendar-days, P30D",
    "5 working-days, P5D",
    "2 months, P2M",
    "99999 years, P99999Y",
  })
  void reads_like_the_law_and_writes_iso(String text, String iso) {
    assertThat(Term.parse(text).iso()).isEqualTo(iso);
    assertThat(Term.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "30 days",
        "0 hours",
        "-1 months",
        "1.5 hours",
        "100000 hours",
        "1  hours"
      })
  void refuses_what_is_no_period(String text) {
    assertThatThrownBy(() -> Term.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PT12H, CALENDAR_DAYS, 12 hours",
    "P30D, CALENDAR_DAYS, 30 calendar-days",
    "P30D, MONTHS, 30 calendar-days",
    "P30D, WORKING_DAYS, 30 working-days",
    "P2M, WORKING_DAYS, 2 months",
    "P1Y, HOURS, 1 years",
  })
  void reads_iso_with_days_like_those_of_the_rule(String iso, Unit like, String expected) {
    assertThat(Term.ofIso(iso, like)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "P2W", "P1M15D", "P1DT1H", "PT30M", "P0D", "P-1D", "p1d"})
  void refuses_iso_that_is_not_one_whole_unit(String iso) {
    assertThatThrownBy(() -> Term.ofIso(iso, Unit.CALENDAR_DAYS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lengths_compare_roughly_in_the_order_people_expect() {
    assertThat(Term.parse("1 months").roughly())
        .isGreaterThan(Term.parse("30 calendar-days").roughly());
    assertThat(Term.parse("1 years").roughly())
        .isGreaterThan(Term.parse("365 calendar-days").roughly());
    assertThat(Term.parse("3 working-days").roughly())
        .isGreaterThan(Term.parse("3 calendar-days").roughly());
  }
}
