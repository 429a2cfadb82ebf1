package io.caseclock.monitor.history;

import java.util.Comparator;

/**
 * What would have been told in one unit by one rule at one stage.
 *
 * @param severity of the rule when the deadlines were computed
 * @param level {@code breach}, or a warning such as {@code before-P3D}
 * @param alarms how many deadlines would have been told of
 * @param open how many of them are overdue to this day; only breaches are
 * @param waiting how many of those no supervisor has released
 */
public record HistoryLine(
    String unit, String rule, String severity, String level, long alarms, long open, long waiting) {

  /** The order of the report. */
  public static final Comparator<HistoryLine> ORDER =
      Comparator.comparing(HistoryLine::unit)
          .thenComparing(HistoryLine::rule)
          .thenComparing(HistoryLine::severity)
          .thenComparing(HistoryLine::level);
}
