package io.caseclock.monitor.period;

import io.caseclock.time.LegalDays;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Where a period ends, after everything that was added and left out so far.
 *
 * @param lastDay the last day before it is carried to a working day
 * @param due the due instant, after that
 * @param unannouncedYear the year without a final notice on which it rests; zero for none
 */
public record PeriodEnd(LocalDate lastDay, Due due, int unannouncedYear) {

  /** The end of a period that runs to an instant. */
  static PeriodEnd ofInstant(Instant at, LegalDays days) {
    var on = days.dayOf(at);
    return new PeriodEnd(on, new Due(at, on, true, false), 0);
  }

  /** The end of a period of whole days. */
  static PeriodEnd ofDay(LocalDate lastDay, LocalDate on, LegalDays days, int unannouncedYear) {
    var due = new Due(days.endOf(on), on, false, unannouncedYear != 0);
    return new PeriodEnd(lastDay, due, unannouncedYear);
  }

  /**
   * The same end, unless it is over by then: then it is the end of that day, or the very instant
   * where the period runs to one. While a period stands still its last day does not come.
   */
  public PeriodEnd reaching(Instant at, LegalDays days) {
    if (!due.isPassedAt(at)) {
      return this;
    }
    var day = days.dayOf(at);
    return due.exact() ? ofInstant(at, days) : ofDay(day, day, days, unannouncedYear);
  }

  public boolean isCarried() {
    return !lastDay.equals(due.on());
  }
}
