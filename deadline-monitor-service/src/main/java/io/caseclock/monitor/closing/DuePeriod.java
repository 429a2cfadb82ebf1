package io.caseclock.monitor.closing;

import io.caseclock.contract.PeriodNumbers;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.pack.Bulletins.Bulletin;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A period that is over and whose time has come.
 *
 * @param from its first day
 * @param setAt when it was to be closed
 * @param belated whether the day for which that was set is over, or the period was before the
 *     monitor began to count
 */
public record DuePeriod(
    Bulletin bulletin, PeriodNumbers.Kind kind, LocalDate from, Instant setAt, boolean belated) {

  /** The same where it ended before anything was counted: nobody could have closed it in time. */
  DuePeriod countedSince(LocalDate day) {
    return span().to().isBefore(day) ? new DuePeriod(bulletin, kind, from, setAt, true) : this;
  }

  public Span span() {
    return new Span(from, kind.lastOf(from));
  }

  public Span before() {
    var first = kind.before(from);
    return new Span(first, kind.lastOf(first));
  }
}
