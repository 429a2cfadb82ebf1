package io.caseclock.intake.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days by which quotas are counted.
 *
 * @param zone of the working calendar
 */
public record QuotaDays(ZoneId zone) {

  /** The day that has begun. */
  public LocalDate of(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** The first instant of the day after that. */
  public Instant next(Instant at) {
    return of(at).plusDays(1).atStartOfDay(zone).toInstant();
  }
}
