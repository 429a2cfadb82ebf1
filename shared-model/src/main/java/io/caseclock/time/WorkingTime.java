package io.caseclock.time;

import io.caseclock.pack.Pack;
import io.caseclock.time.OfficeHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The time in which an office works: the office hours of the working days of a calendar, in a zone.
 * Every instant that it gives lies in them.
 */
public record WorkingTime(WorkingCalendar calendar, ZoneId zone, OfficeHours hours) {

  public static WorkingTime of(Pack pack) {
    return new WorkingTime(WorkingCalendar.of(pack), pack.zone(), pack.officeHours());
  }

  /** The instant itself if the office works then, else when it next opens. */
  public Instant firstFrom(Instant instant) {
    var at = instant.atZone(zone);
    var day = at.toLocalDate();
    if (calendar.isWorkingDay(day)) {
      for (var span : hours.spans()) {
        if (span.contains(at.toLocalTime())) {
          return instant;
        }
        if (at.toLocalTime().isBefore(span.from())) {
          return on(day, span.from());
        }
      }
    }
    return opening(nextWorkingDay(day));
  }

  /** The same hour so many working days later, counted from when the office next works. */
  public Instant plusDays(Instant from, int days) {
    var start = firstFrom(from).atZone(zone);
    var day = start.toLocalDate();
    for (var left = days; left > 0; left--) {
      day = nextWorkingDay(day);
    }
    return on(day, start.toLocalTime());
  }

  /**
   * So many working days before a due instant. Midnight is the end of the day before it: of a due
   * day the office opens so many working days earlier. Another hour stays the same where the office
   * works then, else it is the last opening before it.
   */
  public Instant minusDays(Instant due, int days) {
    var at = due.atZone(zone);
    var isEndOfDay = at.toLocalTime().equals(LocalTime.MIDNIGHT);
    var day = isEndOfDay ? at.toLocalDate().minusDays(1) : at.toLocalDate();
    for (var left = days; left > 0; left--) {
      day = previousWorkingDay(day);
    }
    return on(day, isEndOfDay ? hours.opening() : openAtOrBefore(at.toLocalTime()));
  }

  /** So much office time later. */
  public Instant plus(Instant from, Duration length) {
    var at = firstFrom(from);
    var left = length;
    while (true) {
      var local = at.atZone(zone);
      var until = on(local.toLocalDate(), spanAt(local).to());
      var rest = Duration.between(at, until);
      if (left.compareTo(rest) < 0) {
        return at.plus(left);
      }
      left = left.minus(rest);
      at = firstFrom(until);
    }
  }

  /** So much office time before. */
  public Instant minus(Instant due, Duration length) {
    var at = due.atZone(zone);
    var day = at.toLocalDate();
    var left = length;
    while (true) {
      if (calendar.isWorkingDay(day)) {
        for (var span : hours.spans().reversed()) {
          var end = on(day, span.to()).isBefore(due) ? on(day, span.to()) : due;
          var worked = Duration.between(on(day, span.from()), end);
          if (!worked.isNegative() && left.compareTo(worked) <= 0) {
            return end.minus(left);
          }
          left = worked.isNegative() ? left : left.minus(worked);
        }
      }
      day = day.minusDays(1);
    }
  }

  private LocalTime openAtOrBefore(LocalTime time) {
    var found = hours.opening();
    for (var span : hours.spans()) {
      if (span.contains(time)) {
        return time;
      }
      if (span.from().isBefore(time)) {
        found = span.from();
      }
    }
    return found;
  }

  private Span spanAt(ZonedDateTime at) {
    return hours.spans().stream()
        .filter(span -> span.contains(at.toLocalTime()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not in office hours: " + at));
  }

  private LocalDate nextWorkingDay(LocalDate day) {
    return calendar.firstWorkingDayFrom(day.plusDays(1));
  }

  private LocalDate previousWorkingDay(LocalDate day) {
    var candidate = day.minusDays(1);
    while (!calendar.isWorkingDay(candidate)) {
      candidate = candidate.minusDays(1);
    }
    return candidate;
  }

  private Instant opening(LocalDate day) {
    return on(day, hours.opening());
  }

  private Instant on(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
