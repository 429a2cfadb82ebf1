package io.caseclock.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.CalendarYear;
import io.caseclock.pack.CalendarYear.NamedDay;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private static final WorkingCalendar CALENDAR =
      WorkingCalendar.of(PackReader.require(PackFiles.shipped("cn-public-security")));

  @ParameterizedTest
  @CsvSource({
    "2024-02-04, MAKE_UP_WORKING_DAY",
    "2024-02-09, WORKING_DAY",
    "2024-02-10, HOLIDAY",
    "2024-02-17, HOLIDAY",
    "2024-02-18, MAKE_UP_WORKING_DAY",
    "2024-04-07, MAKE_UP_WORKING_DAY",
    "2024-04-28, MAKE_UP_WORKING_DAY",
    "2024-05-01, HOLIDAY",
    "2024-05-11, MAKE_UP_WORKING_DAY",
    "2024-09-14, MAKE_UP_WORKING_DAY",
    "2024-09-17, HOLIDAY",
    "2024-09-29, MAKE_UP_WORKING_DAY",
    "2024-10-07, HOLIDAY",
    "2024-10-12, MAKE_UP_WORKING_DAY",
    "2025-01-26, MAKE_UP_WORKING_DAY",
    "2025-01-27, WORKING_DAY",
    "2025-01-28, HOLIDAY",
    "2025-02-04, HOLIDAY",
    "2025-02-05, WORKING_DAY",
    "2025-02-08, MAKE_UP_WORKING_DAY",
    "2025-04-27, MAKE_UP_WORKING_DAY",
    "2025-05-05, HOLIDAY",
    "2025-05-06, WORKING_DAY",
    "2025-09-28, MAKE_UP_WORKING_DAY",
    "2025-10-06, HOLIDAY",
    "2025-10-08, HOLIDAY",
    "2025-10-09, WORKING_DAY",
    "2025-10-11, MAKE_UP_WORKING_DAY",
    "2026-01-04, MAKE_UP_WORKING_DAY",
    "2026-02-14, MAKE_UP_WORKING_DAY",
    "2026-02-23, HOLIDAY",
    "2026-02-24, WORKING_DAY",
    "2026-03-07, WEEKEND",
    "2026-03-08, WEEKEND",
    "2026-03-09, WORKING_DAY",
    "2026-10-10, MAKE_UP_WORKING_DAY",
    "2026-10-11, WEEKEND",
  })
  void a_day_is_what_the_notice_says_and_else_its_weekday(LocalDate day, DayKind kind) {
    assertThat(CALENDAR.kindOf(day)).isEqualTo(kind);
    assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(kind.isWorking());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-14, 2026-02-14",
    "2026-02-15, 2026-02-24",
    "2026-02-23, 2026-02-24",
    "2026-02-24, 2026-02-24",
    "2025-10-01, 2025-10-09",
    "2026-01-01, 2026-01-04",
  })
  void the_first_working_day_is_the_day_itself_or_the_next(LocalDate from, LocalDate expected) {
    assertThat(CALENDAR.firstWorkingDayFrom(from)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-12-31, false",
    "2015-01-01, true",
    "2025-12-31, true",
    "2026-12-24, true",
    "2026-12-25, false",
    "2026-12-31, false",
    "2027-01-01, false",
  })
  void a_year_is_announced_by_a_final_notice_only(LocalDate day, boolean announced) {
    assertThat(CALENDAR.isAnnounced(day)).isEqualTo(announced);
  }

  @Test
  void a_day_of_a_notice_has_its_holidays_name() {
    assertThat(CALENDAR.nameOf(LocalDate.of(2026, 2, 14))).isEqualTo("春节");
    assertThat(CALENDAR.nameOf(LocalDate.of(2026, 3, 7))).isNull();
  }

  @Test
  void a_provisional_day_counts_until_the_notice_comes() {
    var newYear = LocalDate.of(2027, 1, 1);

    assertThat(CALENDAR.kindOf(newYear)).isEqualTo(DayKind.HOLIDAY);
    assertThat(CALENDAR.isAnnounced(newYear)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-09, HOLIDAY",
    "2027-02-10, HOLIDAY",
    "2027-02-11, WORKING_DAY",
    "2027-05-03, HOLIDAY",
    "2027-05-04, HOLIDAY",
    "2027-05-05, WORKING_DAY",
    "2027-10-04, HOLIDAY",
    "2027-10-05, HOLIDAY",
    "2027-10-06, WORKING_DAY",
    "2027-04-06, WORKING_DAY",
  })
  void a_holiday_on_a_weekend_is_made_up_before_the_notice_is_out(LocalDate day, DayKind kind) {
    assertThat(CALENDAR.kindOf(day)).isEqualTo(kind);
  }

  @Test
  void a_calendar_whose_notices_move_no_days_ends_with_its_last_year() {
    var calendar =
        new WorkingCalendar("one", List.of(new CalendarYear(2026, "invented", false, Map.of())));

    assertThat(calendar.isAnnounced(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(calendar.unannouncedYear(LocalDate.of(2027, 1, 1))).isEqualTo(2027);
  }

  @Test
  void a_calendar_without_years_follows_the_weekdays() {
    var bare = new WorkingCalendar("none", List.of());

    assertThat(bare.kindOf(LocalDate.of(2026, 10, 1))).isEqualTo(DayKind.WORKING_DAY);
    assertThat(bare.isAnnounced(LocalDate.of(2026, 10, 1))).isFalse();
  }

  @Test
  void a_make_up_day_beats_the_weekend_and_a_holiday_beats_the_weekday() {
    var saturday = LocalDate.of(2026, 3, 7);
    var monday = LocalDate.of(2026, 3, 9);
    var calendar =
        new WorkingCalendar(
            "one",
            List.of(
                new CalendarYear(
                    2026,
                    "an invented notice",
                    false,
                    Map.of(saturday, new NamedDay("x", true), monday, new NamedDay("x", false)))));

    assertThat(calendar.isWorkingDay(saturday)).isTrue();
    assertThat(calendar.firstWorkingDayFrom(monday)).isEqualTo(LocalDate.of(2026, 3, 10));
  }
}
