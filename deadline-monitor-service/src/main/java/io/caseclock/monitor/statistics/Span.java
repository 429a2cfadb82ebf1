package io.caseclock.monitor.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Legal days in a row.
 *
 * @param from the first day, inclusive
 * @param to the last day, inclusive; not before {@code from}
 */
public record Span(LocalDate from, LocalDate to) {

  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The span as long, just before. */
  public Span before() {
    return new Span(from.minusDays(days()), from.minusDays(1));
  }
}
