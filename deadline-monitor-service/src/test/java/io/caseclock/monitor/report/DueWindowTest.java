package io.caseclock.monitor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWindowTest {

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-26, 2026-11-26, 2026-11-26",
    "tomorrow, 2026-12-31, 2027-01-01, 2027-01-01",
    "this-week, 2026-11-23, 2026-11-23, 2026-11-29",
    "this-week, 2026-11-26, 2026-11-23, 2026-11-29",
    "this-week, 2026-11-29, 2026-11-23, 2026-11-29",
    "next-7-days, 2026-11-26, 2026-11-26, 2026-12-02",
    "this-month, 2028-02-10, 2028-02-01, 2028-02-29"
  })
  void a_window_is_whole_days_as_seen_from_today(
      String word, LocalDate today, LocalDate first, LocalDate last) {
    assertThat(DueWindow.ofWire(word).from(today))
        .isEqualTo(new DueSpan(null, null, first, last, false));
  }

  @Test
  void overdue_is_no_span_of_days() {
    assertThat(DueWindow.OVERDUE.from(LocalDate.EPOCH))
        .isEqualTo(new DueSpan(null, null, null, null, true));
  }

  @Test
  void two_spans_leave_what_lies_in_both() {
    var from = LocalDate.of(2026, 11, 1);
    var asked = new DueSpan(null, null, from, null, false);
    var window = DueWindow.THIS_WEEK.from(LocalDate.of(2026, 11, 3));

    assertThat(asked.and(window))
        .isEqualTo(
            new DueSpan(null, null, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8), false));
    assertThat(asked.and(DueSpan.ANY)).isEqualTo(asked);
  }
}
