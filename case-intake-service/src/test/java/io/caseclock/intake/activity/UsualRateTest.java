package io.caseclock.intake.activity;

import static io.caseclock.intake.activity.Stations.CALENDAR;
import static io.caseclock.intake.activity.Stations.ZONE;
import static io.caseclock.intake.activity.Stations.at;
import static io.caseclock.intake.activity.Stations.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualRateTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 9);

  /** Four an hour from nine to five: eight have come after two hours at work. */
  @ParameterizedTest
  @CsvSource({
    "2026-04-29T10:00, 2026-04-29T12:00, a Wednesday morning",
    "2026-04-29T10:30, 2026-04-29T12:30, not from the full hour",
    "2026-04-29T16:00, 2026-04-30T10:00, from the evening to the morning",
    "2026-04-17T16:00, 2026-04-20T10:00, over a weekend",
    "2026-04-30T16:00, 2026-05-06T10:00, over the holidays of May",
    "2026-05-08T16:00, 2026-05-09T10:00, to a Saturday that makes up for a holiday"
  })
  void a_station_that_works_by_the_calendar_is_expected_by_it(
      String last, String expected, String why) {
    var rate = rate(at(last), Stations::atWork);

    assertThat(rate.expects(8, at(last))).as(why).contains(at(expected));
  }

  @Test
  void a_source_that_sends_day_and_night_is_expected_at_night() {
    var last = at("2026-04-29T23:00");

    assertThat(rate(last, hour -> 10).expects(15, last)).contains(at("2026-04-30T00:30"));
  }

  @Test
  void a_source_that_sends_on_days_off_alone_is_expected_then() {
    var last = at("2026-04-27T12:00");
    var rate = rate(last, hour -> CALENDAR.isWorkingDay(hour.toLocalDate()) ? 0 : 1);

    assertThat(rate.expects(12, last)).contains(at("2026-05-01T12:00"));
  }

  @Test
  void one_bulk_load_says_nothing_about_what_is_usual() {
    var last = at("2026-04-29T10:00");
    var events = new HashMap<>(hours(FIRST, last, Stations::atWork));
    events.put(at("2026-04-22T11:00"), 50_000L);
    var rate = new UsualRate(events, at(FIRST + "T00:00"), last, CALENDAR, ZONE);

    assertThat(rate.expects(8, last)).contains(at("2026-04-29T12:00"));
  }

  @Test
  void a_source_that_sends_too_rarely_is_never_expected() {
    var last = at("2026-04-29T10:00");
    var rate = rate(last, hour -> hour.getDayOfMonth() == 10 && hour.getHour() == 9 ? 1 : 0);

    assertThat(rate.expects(3, last)).isEmpty();
    assertThat(rate(last, hour -> 0).expects(3, last)).isEmpty();
  }

  @Test
  void an_hour_that_was_known_only_in_part_does_not_count() {
    var last = at("2026-04-29T10:30");
    var rate =
        new UsualRate(hours(FIRST, last, hour -> 10), at(FIRST + "T09:30"), last, CALENDAR, ZONE);

    assertThat(rate.expects(10, last)).contains(at("2026-04-29T11:30"));
  }

  private static UsualRate rate(Instant until, ToLongFunction<ZonedDateTime> events) {
    return new UsualRate(hours(FIRST, until, events), at(FIRST + "T00:00"), until, CALENDAR, ZONE);
  }
}
