package io.caseclock.notify.console.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.indicator.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodNamesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11, 2026年11月, November 2026",
    "2026-W48, 2026年第48周（11月23日至11月29日）, Week 48 of 2026 (23 Nov to 29 Nov)",
    "2026-W01, 2026年第1周（12月29日至1月4日）, Week 1 of 2026 (29 Dec to 4 Jan)",
    "2026-02-05, 2026年2月5日, 5 Feb 2026"
  })
  void a_period_is_called_what_people_call_it(String period, String zh, String en) {
    assertThat(PeriodNames.of(Period.parse(period).orElseThrow())).isEqualTo(new Names(zh, en));
  }
}
