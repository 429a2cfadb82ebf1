package io.caseclock.notify.pipeline;

import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the office opens.
 *
 * @param zone the legal zone
 * @param at the time of day, on every working day
 */
public record WorkingDayStart(WorkingCalendar calendar, ZoneId zone, LocalTime at) {

  /** The first opening later than the instant. */
  public Instant after(Instant instant) {
    var local = instant.atZone(zone);
    var first =
        local.toLocalTime().isBefore(at) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return calendar.firstWorkingDayFrom(first).atTime(at).atZone(zone).toInstant();
  }
}
