package io.caseclock.monitor.statistics;

import io.caseclock.monitor.statistics.DeadlineStatistics.BreachRef;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days without a breach.
 *
 * @param days whole days since the day of the last breach, today included; where there was none,
 *     since the first day to which anything counts, that day included
 * @param lastBreachOn null where there was none
 * @param longest the longest run of days without a breach, the present one included
 * @param longestFrom its first day; null where there is none
 * @param longestEndedOn the day of the breach that ended it; null where it lasts still
 * @param endedBy one breach of that day; null where it lasts still
 */
public record SafeDays(
    long days,
    @Nullable LocalDate lastBreachOn,
    long longest,
    @Nullable LocalDate longestFrom,
    @Nullable LocalDate longestEndedOn,
    @Nullable BreachRef endedBy) {

  static final SafeDays NOTHING_COUNTED = new SafeDays(0, null, 0, null, null, null);

  /**
   * Without the breach that ended the longest run.
   *
   * @param first the first day to which anything counts
   * @param breachDays oldest first, each once
   */
  public static SafeDays of(LocalDate first, List<LocalDate> breachDays, LocalDate today) {
    var runFrom = first;
    var longest = 0L;
    LocalDate longestFrom = null;
    LocalDate longestEndedOn = null;
    for (var day : breachDays) {
      var run = ChronoUnit.DAYS.between(runFrom, day);
      if (run > longest) {
        longest = run;
        longestFrom = runFrom;
        longestEndedOn = day;
      }
      runFrom = day.plusDays(1);
    }
    var present = Math.max(0, ChronoUnit.DAYS.between(runFrom, today) + 1);
    if (present > longest) {
      longest = present;
      longestFrom = runFrom;
      longestEndedOn = null;
    }
    var last = breachDays.isEmpty() ? null : breachDays.getLast();
    return new SafeDays(present, last, longest, longestFrom, longestEndedOn, null);
  }

  SafeDays endedBy(@Nullable BreachRef breach) {
    return new SafeDays(days, lastBreachOn, longest, longestFrom, longestEndedOn, breach);
  }
}
