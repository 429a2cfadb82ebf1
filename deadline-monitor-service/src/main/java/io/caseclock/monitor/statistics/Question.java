package io.caseclock.monitor.statistics;

import java.util.List;
import java.util.Set;

/**
 * What is counted.
 *
 * @param unit the unit whose subtree is counted
 * @param by none, one or two groupings; by officer only together with the unit
 * @param rules only deadlines of these rules; empty for all
 */
public record Question(
    String unit, Span span, List<Grouping> by, Knowledge knowledge, Set<String> rules) {

  public Question {
    by = List.copyOf(by);
    rules = Set.copyOf(rules);
    if (by.size() > 2) {
      throw new IllegalArgumentException("at most two groupings: " + by);
    }
    if (by.contains(Grouping.OFFICER)
        && (!rules.isEmpty() || by.stream().anyMatch(Question::needsRule))) {
      throw new IllegalArgumentException("officers are not counted by rule");
    }
  }

  private static boolean needsRule(Grouping grouping) {
    return switch (grouping) {
      case RULE, LIST, ELEMENT -> true;
      case UNIT, OFFICER, DAY, WEEK, MONTH -> false;
    };
  }

  /** All rules, as known now. */
  public static Question now(String unit, Span span, Grouping... by) {
    return new Question(unit, span, List.of(by), Knowledge.NOW, Set.of());
  }

  /** All rules, as known at the end of the span. */
  public static Question then(String unit, Span span, Grouping... by) {
    return new Question(unit, span, List.of(by), Knowledge.THEN, Set.of());
  }
}
