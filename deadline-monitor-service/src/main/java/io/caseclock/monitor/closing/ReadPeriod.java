package io.caseclock.monitor.closing;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.PeriodNumbers.Ahead;
import io.caseclock.monitor.closing.ClosedPeriods.TreeUnit;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Knowledge;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the numbers of all units of one period, in a few questions however many units there are.
 */
final class ReadPeriod {

  /** Of each unit so many rows of what is about to be late. */
  private static final int ROWS_AHEAD = 5;

  private final DeadlineStatistics statistics;
  private final PeriodSources sources;
  private final Law law;
  private final WorkingTime time;

  ReadPeriod(DeadlineStatistics statistics, PeriodSources sources, Law law, WorkingTime time) {
    this.statistics = statistics;
    this.sources = sources;
    this.law = law;
    this.time = time;
  }

  /** A belated one tells what is known when it is made, any other what was known at its end. */
  PeriodSnapshot read(DuePeriod period, List<TreeUnit> units, Instant now) {
    var today = Today.of(law, now);
    var knowledge = period.belated() ? Knowledge.NOW : Knowledge.THEN;
    var roots = units.stream().filter(unit -> unit.path().equals("/" + unit.id() + "/")).toList();
    var lead = period.bulletin().ahead();
    var until = lead == null ? now : lead.after(now, time);
    var byRule = groups(roots, period.span(), Grouping.RULE, knowledge, today);
    var byRuleBefore = groups(roots, period.before(), Grouping.RULE, knowledge, today);
    return new PeriodSnapshot(
        total(byRule),
        total(byRuleBefore),
        byRule,
        byRuleBefore,
        groups(roots, period.span(), Grouping.LIST, knowledge, today),
        groups(roots, period.before(), Grouping.LIST, knowledge, today),
        days(sources.breachDays(period.span().to())),
        sources.firstDays(),
        lead == null ? Map.of() : sources.ahead(now, until),
        lead == null ? Map.<String, List<Ahead>>of() : sources.firstAhead(now, until, ROWS_AHEAD));
  }

  private Map<String, Map<String, DeadlineCounts>> groups(
      List<TreeUnit> roots, Span span, Grouping by, Knowledge knowledge, Today today) {
    Map<String, Map<String, DeadlineCounts>> found = new HashMap<>();
    for (var root : roots) {
      var question = new Question(root.id(), span, List.of(Grouping.UNIT, by), knowledge, Set.of());
      for (var group : statistics.groups(question, today)) {
        found
            .computeIfAbsent(group.keys().getFirst(), any -> new HashMap<>())
            .put(group.keys().getLast(), group.counts());
      }
    }
    return found;
  }

  private static Map<String, DeadlineCounts> total(
      Map<String, Map<String, DeadlineCounts>> byUnit) {
    Map<String, DeadlineCounts> total = new HashMap<>();
    byUnit.forEach(
        (unit, counts) ->
            total.put(
                unit,
                new ArrayList<>(counts.values())
                    .stream().reduce(DeadlineCounts.NONE, DeadlineCounts::plus)));
    return total;
  }

  private static Map<String, Set<LocalDate>> days(Map<String, List<LocalDate>> byUnit) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    byUnit.forEach((unit, each) -> days.put(unit, new TreeSet<>(each)));
    return days;
  }
}
