package io.caseclock.monitor.report;

import io.caseclock.contract.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;

/** A usual span of due days, as seen from today. Weeks begin on Monday. */
public enum DueWindow {
  /** Open and late by now, whenever it was due. */
  OVERDUE,
  TODAY,
  TOMORROW,
  /** Monday to Sunday of this week. */
  THIS_WEEK,
  /** Today and the six days after it. */
  NEXT_7_DAYS,
  /** The first to the last day of this month. */
  THIS_MONTH;

  public String wire() {
    return Words.of(this);
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DueWindow::wire).toList();
  }

  /** Refuses a word that is not known with an {@link IllegalArgumentException}. */
  public static DueWindow ofWire(String word) {
    return Arrays.stream(values())
        .filter(window -> window.wire().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a window: " + word));
  }

  public DueSpan from(LocalDate today) {
    return switch (this) {
      case OVERDUE -> new DueSpan(null, null, null, null, true);
      case TODAY -> days(today, today);
      case TOMORROW -> days(today.plusDays(1), today.plusDays(1));
      case THIS_WEEK -> week(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case NEXT_7_DAYS -> week(today);
      case THIS_MONTH ->
          days(today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth()));
    };
  }

  private static DueSpan week(LocalDate first) {
    return days(first, first.plusDays(6));
  }

  private static DueSpan days(LocalDate first, LocalDate last) {
    return new DueSpan(null, null, first, last, false);
  }
}
