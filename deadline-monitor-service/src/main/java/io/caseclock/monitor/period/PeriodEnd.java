package io.caseclock.monitor.period;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Where a period ends, after everything that was added and left out so far.
 *
 * @param lastDay the last day before it is carried to a working day
 * @param due the due instant, after that
 * @param unannouncedYear the year without a final notice on which it rests; zero for none
 */
public record PeriodEnd(LocalDate lastDay, Due due, int unannouncedYear) {

  /** The end of a period that runs to an instant. */
  static PeriodEnd ofInstant(ZonedDateTime at) {
    return new PeriodEnd(
        at.toLocalDate(), new Due(at.toInstant(), at.toLocalDate(), true, false), 0);
  }

  /** The end of a period of whole days. */
  static PeriodEnd ofDay(LocalDate lastDay, LocalDate on, ZoneId zone, int unannouncedYear) {
    var at = on.plusDays(1).atStartOfDay(zone).toInstant();
    return new PeriodEnd(lastDay, new Due(at, on, false, unannouncedYear != 0), unannouncedYear);
  }

  /**
   * The same end, unless it is over by then: then it is the end of that day, or the very instant
   * where the period runs to one. While a period stands still its last day does not come.
   */
  public PeriodEnd reaching(ZonedDateTime at) {
    if (!due.isPassedAt(at.toInstant())) {
      return this;
    }
    var day = at.toLocalDate();
    return due.exact() ? ofInstant(at) : ofDay(day, day, at.getZone(), unannouncedYear);
  }

  public boolean isCarried() {
    return !lastDay.equals(due.on());
  }
}
