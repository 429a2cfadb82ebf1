package io.caseclock.monitor.present;

import io.caseclock.monitor.statistics.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Which day it is, and what lies around it.
 *
 * @param since the first instant of yesterday
 * @param zone in which its days are days
 */
public record PresentDay(Instant now, LocalDate today, Instant since, ZoneId zone) {

  public static PresentDay of(Instant now, ZoneId zone) {
    var today = LocalDate.ofInstant(now, zone);
    return new PresentDay(now, today, today.minusDays(1).atStartOfDay(zone).toInstant(), zone);
  }

  public LocalDate tomorrow() {
    return today.plusDays(1);
  }

  /** The Sunday of this week; today itself on a Sunday. */
  public LocalDate weekEndsOn() {
    return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  /** From the first of this month up to today. */
  public Span thisMonth() {
    return new Span(today.withDayOfMonth(1), today);
  }

  /** From the first of last month up to the same day of it, or to its end where it is shorter. */
  public Span lastMonth() {
    var sameDay = today.minusMonths(1);
    return new Span(sameDay.withDayOfMonth(1), sameDay);
  }
}
