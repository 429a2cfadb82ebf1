package io.caseclock.monitor.closing;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.PeriodNumbers.Ahead;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of all units in one period, each by itself.
 *
 * @param byRule by unit and rule
 * @param byRuleBefore the same in the period before
 * @param byList by unit and list
 * @param breachDays up to the last day of the period
 */
record PeriodSnapshot(
    Map<String, DeadlineCounts> own,
    Map<String, DeadlineCounts> before,
    Map<String, Map<String, DeadlineCounts>> byRule,
    Map<String, Map<String, DeadlineCounts>> byRuleBefore,
    Map<String, Map<String, DeadlineCounts>> byList,
    Map<String, Map<String, DeadlineCounts>> byListBefore,
    Map<String, Set<LocalDate>> breachDays,
    Map<String, LocalDate> firstDays,
    Map<String, Long> ahead,
    Map<String, List<Ahead>> firstAhead) {

  /** The same, each unit with all below it; what is told unit by unit stays as it is. */
  PeriodSnapshot addedUp(Tree tree) {
    return new PeriodSnapshot(
        tree.addedUp(own, DeadlineCounts::plus),
        tree.addedUp(before, DeadlineCounts::plus),
        tree.addedUp(byRule, PeriodSnapshot::plus),
        tree.addedUp(byRuleBefore, PeriodSnapshot::plus),
        tree.addedUp(byList, PeriodSnapshot::plus),
        tree.addedUp(byListBefore, PeriodSnapshot::plus),
        tree.addedUp(breachDays, PeriodSnapshot::union),
        tree.addedUp(firstDays, (one, other) -> one.isBefore(other) ? one : other),
        ahead,
        firstAhead);
  }

  private static Map<String, DeadlineCounts> plus(
      Map<String, DeadlineCounts> one, Map<String, DeadlineCounts> other) {
    return Stream.of(one, other)
        .flatMap(each -> each.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, DeadlineCounts::plus));
  }

  private static Set<LocalDate> union(Set<LocalDate> one, Set<LocalDate> other) {
    Set<LocalDate> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
