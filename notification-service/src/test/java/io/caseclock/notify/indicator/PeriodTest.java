package io.caseclock.notify.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-02, 2026-02-01, 2026-02-28, 2026-01",
    "2026-W01, 2025-12-29, 2026-01-04, 2025-W52",
    "2026-W53, 2026-12-28, 2027-01-03, 2026-W52",
    "2026-03-01, 2026-03-01, 2026-03-01, 2026-02-28"
  })
  void a_period_is_read_as_it_is_written(String text, LocalDate from, LocalDate to, String before) {
    var period = Period.parse(text).orElseThrow();

    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to()).isEqualTo(to);
    assertThat(period).hasToString(text);
    assertThat(period.before()).hasToString(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2026-13", "2026-W00", "2025-W53", "2026-02-29", "1999-12"})
  void what_is_no_period_is_refused(String text) {
    assertThat(Period.parse(text)).isEmpty();
  }

  @Test
  void periods_follow_each_other_in_the_zone_of_the_pack() {
    var periods = Period.parse("2026-03").orElseThrow().upToHere(2);

    assertThat(Period.stretches(periods, ZoneId.of("Asia/Shanghai")).bounds())
        .containsExactly(
            Instant.parse("2026-01-31T16:00:00Z"),
            Instant.parse("2026-02-28T16:00:00Z"),
            Instant.parse("2026-03-31T16:00:00Z"));
  }
}
