package io.caseclock.monitor.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When the periods of the shipped pack are closed: daily 8:30, weekly Monday 9:00, monthly 9:30.
 */
class ClosingScheduleTest {

  private static final ClosingSchedule SCHEDULE =
      ClosingSchedule.of(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))))
          .orElseThrow();
  private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

  @ParameterizedTest
  @CsvSource({
    "DAILY,   2026-03-03, 2026-03-04T00:30:00Z", // a Tuesday
    "DAILY,   2026-03-06, 2026-03-09T00:30:00Z", // a Friday: on Monday
    "DAILY,   2026-03-07, 2026-03-09T00:30:00Z", // a Saturday: on Monday, too
    "DAILY,   2026-09-30, 2026-10-08T00:30:00Z", // before the National Day holidays
    "WEEKLY,  2026-03-02, 2026-03-09T01:00:00Z",
    "WEEKLY,  2026-09-28, 2026-10-08T01:00:00Z", // its Monday is a holiday
    "MONTHLY, 2026-02-01, 2026-03-02T01:30:00Z", // the 1st is a Sunday
    "MONTHLY, 2026-09-01, 2026-10-08T01:30:00Z"
  })
  void a_period_is_closed_on_a_working_day(Kind kind, LocalDate from, Instant setAt) {
    var period = SCHEDULE.period(kind, from, setAt).orElseThrow();

    assertThat(period.setAt()).isEqualTo(setAt);
    assertThat(period.belated()).isFalse();
    assertThat(SCHEDULE.due(LONG_AGO, setAt.minusMillis(1)))
        .extracting(DuePeriod::span)
        .doesNotContain(period.span());
    assertThat(SCHEDULE.due(LONG_AGO, setAt)).contains(period);
  }

  @Test
  void what_is_made_on_a_later_day_is_belated() {
    var from = LocalDate.parse("2026-03-03");

    assertThat(SCHEDULE.period(Kind.DAILY, from, Instant.parse("2026-03-04T15:59:59Z")))
        .hasValueSatisfying(period -> assertThat(period.belated()).isFalse());
    assertThat(SCHEDULE.period(Kind.DAILY, from, Instant.parse("2026-03-04T16:00:00Z")))
        .hasValueSatisfying(period -> assertThat(period.belated()).isTrue());
  }

  @Test
  void only_the_last_periods_are_made_by_themselves_and_none_before_the_first_day() {
    var now = Instant.parse("2026-11-26T04:00:00Z");

    assertThat(SCHEDULE.due(LONG_AGO, now)).hasSize(14 + 14 + 13);
    assertThat(SCHEDULE.due(LocalDate.parse("2026-11-24"), now))
        .extracting(period -> period.kind() + " " + period.from())
        .containsExactly("DAILY 2026-11-24", "DAILY 2026-11-25");
  }
}
