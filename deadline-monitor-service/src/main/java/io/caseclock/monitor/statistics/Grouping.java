package io.caseclock.monitor.statistics;

import io.caseclock.contract.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** By what deadlines are grouped. */
public enum Grouping {
  UNIT,
  RULE,
  LIST,
  ELEMENT,
  OFFICER,
  DAY,
  /** From Monday to Sunday. */
  WEEK,
  MONTH;

  public String wire() {
    return Words.of(this);
  }

  public static Grouping ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether its groups are stretches of time, each of which ends by itself. */
  public boolean isTime() {
    return this == DAY || this == WEEK || this == MONTH;
  }

  /** The last day of the stretch that holds a day; the day itself where its groups are no time. */
  public LocalDate lastDayOf(LocalDate day) {
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
      case DAY, UNIT, RULE, LIST, ELEMENT, OFFICER -> day;
    };
  }
}
