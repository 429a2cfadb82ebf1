package io.caseclock.pack;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Where a period in months ends that begins on the last day of a month. On every other day both
 * ways give the same: the same day number, or the last day of a month that has no such day.
 */
public enum MonthEnd {
  /**
   * On the last day of the last month, as criminal procedure counts (SPC Interpretation 2021, art.
   * 202).
   */
  LAST_DAY,
  /** On the day of the same number, as civil law counts (Civil Code, art. 202). */
  CORRESPONDING_DAY;

  /**
   * The day so many months after this one; before it, where the number is negative.
   *
   * @param months zero gives the day itself
   */
  public LocalDate plusMonths(LocalDate from, int months) {
    if (months == 0) {
      return from;
    }
    var isFromLastDay = from.getDayOfMonth() == from.lengthOfMonth();
    return this == LAST_DAY && isFromLastDay
        ? YearMonth.from(from).plusMonths(months).atEndOfMonth()
        : from.plusMonths(months);
  }
}
