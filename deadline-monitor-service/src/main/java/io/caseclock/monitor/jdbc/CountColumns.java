package io.caseclock.monitor.jdbc;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The sums of the roll-ups, and how one change of a deadline counts in each. */
final class CountColumns {

  private record Sum(String name, String condition) {}

  private static final List<Sum> SUMS =
      List.of(
          new Sum("met", "outcome = 'met'"),
          new Sum("met_late", "outcome = 'met-late'"),
          new Sum("running", "outcome = 'running'"),
          new Sum("waiting", "outcome = 'waiting'"),
          new Sum("lapsed", "outcome = 'lapsed'"),
          new Sum("cut_short", "outcome = 'cut-short'"),
          new Sum("cancelled", "outcome = 'cancelled'"),
          new Sum("cancelled_late", "outcome = 'cancelled-late'"),
          new Sum("extended", "extended"),
          new Sum("warned", "warned"),
          new Sum("late_data", "late_cause = 'data'"),
          new Sum("late_system", "late_cause = 'system'"));

  /** {@code met, met_late, …}. */
  static final String NAMES = each(name -> name);

  /** {@code sum(met) as met, …}. */
  static final String SUMMED = each(name -> "sum(" + name + ") as " + name);

  /** {@code -met as met, …}. */
  static final String NEGATIVE = each(name -> "-" + name + " as " + name);

  /** {@code met = count_day.met + excluded.met, …}. */
  static String added(String table) {
    return each(name -> name + " = " + table + "." + name + " + excluded." + name);
  }

  /** A row of {@code count_change} as sums, times a factor. */
  static String ofChange(String factor) {
    return SUMS.stream()
        .map(sum -> factor + " * (coalesce(" + sum.condition() + ", false))::int as " + sum.name())
        .collect(Collectors.joining(", "));
  }

  /** Rows of {@code count_change}, added up. */
  static String summedChange() {
    return SUMS.stream()
        .map(sum -> "sum(sign * (coalesce(" + sum.condition() + ", false))::int) as " + sum.name())
        .collect(Collectors.joining(", "));
  }

  /** A zero for each. */
  static final String ZEROS = each(name -> "0");

  private static String each(UnaryOperator<String> text) {
    return SUMS.stream().map(Sum::name).map(text).collect(Collectors.joining(", "));
  }

  /** How a row of {@code deadline d} counts, in the words of {@code count_change}. */
  static final String OUTCOME =
      "case d.phase when 'running' then case when d.late_from is null then 'waiting' else 'running'"
          + " end when 'cancelled' then case when d.due_at is null then 'cancelled' else"
          + " 'cancelled-late' end when 'too-early' then 'cut-short' else d.phase end";

  private CountColumns() {}
}
