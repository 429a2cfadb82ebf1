package io.caseclock.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.Lead;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingTimeTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final WorkingTime TIME =
      new WorkingTime(
          WorkingCalendar.of(PackReader.require(PackFiles.shipped("cn-public-security"))),
          ZONE,
          OfficeHours.parse(List.of("08:30-12:00", "14:00-17:30")));

  @ParameterizedTest(name = "{1} after {0} is {2}")
  @CsvSource({
    // Sunday is no working day: counting begins on Monday at the opening.
    "2026-03-15T06:30, 1 working-days, 2026-03-17T08:30",
    // Friday midnight, as a day period ends on Thursday.
    "2026-03-13T00:00, 1 working-days, 2026-03-16T08:30",
    "2026-03-12T10:15, 2 working-days, 2026-03-16T10:15",
    // In the break at noon the afternoon's opening counts.
    "2026-03-12T12:30, 1 working-days, 2026-03-13T14:00",
    // National Day is off from 10-01 to 10-07, and 10-10 is a Saturday to be worked.
    "2026-09-30T17:00, 1 working-days, 2026-10-08T17:00",
    "2026-10-09T09:00, 1 working-days, 2026-10-10T09:00",
    "2026-03-12T10:00, 4 working-hours, 2026-03-12T16:00",
    "2026-03-12T10:00, 2 working-hours, 2026-03-12T14:00",
    "2026-03-13T17:00, 1 working-hours, 2026-03-16T09:00",
    "2026-03-14T12:00, 8 working-hours, 2026-03-17T09:30",
    "2026-03-14T12:00, P1D, 2026-03-15T12:00",
  })
  void a_length_after_an_instant(LocalDateTime from, String lead, LocalDateTime expected) {
    assertThat(Lead.parse(lead).after(instant(from), TIME)).isEqualTo(instant(expected));
  }

  @ParameterizedTest(name = "{1} before {0} is {2}")
  @CsvSource({
    // Midnight is the end of the day before: Thursday is the last day, Wednesday one day earlier.
    "2026-03-13T00:00, 1 working-days, 2026-03-11T08:30",
    // The last day is a Sunday that does not roll.
    "2026-03-16T00:00, 1 working-days, 2026-03-13T08:30",
    "2026-10-09T00:00, 1 working-days, 2026-09-30T08:30",
    "2026-03-16T15:00, 1 working-days, 2026-03-13T15:00",
    "2026-03-16T13:00, 1 working-days, 2026-03-13T08:30",
    "2026-03-16T03:00, 1 working-days, 2026-03-13T08:30",
    "2026-03-16T09:30, 2 working-hours, 2026-03-13T16:30",
    "2026-03-16T20:00, 1 working-hours, 2026-03-16T16:30",
    "2026-03-15T20:00, 4 working-hours, 2026-03-13T11:30",
    "2026-03-16T00:00, PT4H, 2026-03-15T20:00",
  })
  void a_length_before_an_instant(LocalDateTime due, String lead, LocalDateTime expected) {
    assertThat(Lead.parse(lead).before(instant(due), TIME)).isEqualTo(instant(expected));
  }

  @Test
  void within_office_hours_an_instant_stays_as_it_is() {
    var at = instant(LocalDateTime.parse("2026-03-12T14:00"));

    assertThat(TIME.firstFrom(at)).isEqualTo(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "3 days",
        "0 working-days",
        "1001 working-hours",
        "-PT1H",
        "P1M",
        "P1D " + "working"
      })
  void what_is_no_length_is_refused(String text) {
    assertThatThrownBy(() -> Lead.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"P3D, P3D", "PT72H, P3D", "PT30M, PT30M", "3 working-days, 3 working-days"})
  void a_length_reads_back_as_it_was_written(String text, String expected) {
    assertThat(Lead.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8-17", "17:00-09:00", "09:00-09:00", "09:00", "22:00-06:00"})
  void what_are_no_office_hours_is_refused(String text) {
    assertThatThrownBy(() -> OfficeHours.parse(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void office_hours_stand_in_order_and_apart() {
    assertThatThrownBy(() -> OfficeHours.parse(List.of("09:00-12:00", "11:00-17:00")))
        .hasMessageContaining("in order");
    assertThatThrownBy(() -> OfficeHours.parse(List.of("09:00-12:00", "12:00-17:00")))
        .hasMessageContaining("do not touch");
    assertThatThrownBy(() -> OfficeHours.parse(List.of())).hasMessageContaining("at least one");
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(ZONE).toInstant();
  }
}
