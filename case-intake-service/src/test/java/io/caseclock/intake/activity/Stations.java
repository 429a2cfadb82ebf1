package io.caseclock.intake.activity;

import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A station that sends while it is at work, in the year 2026. */
final class Stations {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final WorkingCalendar CALENDAR =
      WorkingCalendar.of(PackReader.require(PackFiles.shipped("cn-public-security")));

  private Stations() {}

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** Four events in each hour from nine to five of a working day. */
  static long atWork(ZonedDateTime hour) {
    var isOpen = hour.getHour() >= 9 && hour.getHour() < 17;
    return isOpen && CALENDAR.isWorkingDay(hour.toLocalDate()) ? 4 : 0;
  }

  /** What came in each hour from the first day up to an instant. */
  static Map<Instant, Long> hours(
      LocalDate first, Instant until, ToLongFunction<ZonedDateTime> events) {
    Map<Instant, Long> hours = new HashMap<>();
    for (var hour = first.atStartOfDay(ZONE);
        hour.toInstant().isBefore(until);
        hour = hour.plus(Duration.ofHours(1))) {
      var came = events.applyAsLong(hour);
      if (came > 0) {
        hours.put(hour.toInstant(), came);
      }
    }
    return hours;
  }
}
