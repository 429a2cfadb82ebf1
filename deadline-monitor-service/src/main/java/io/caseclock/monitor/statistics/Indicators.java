package io.caseclock.monitor.statistics;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.Indicator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes indicators: rates of deadlines met in time, over the rules that name them in the packs
 * in force. Those that notification computes are not among them.
 */
public final class Indicators {

  /** How many periods a trend shows. */
  public static final int TREND = 12;

  private final DeadlineStatistics statistics;
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private final Map<String, Set<String>> rulesOf = new HashMap<>();
  private final Set<String> rules = new TreeSet<>();

  public Indicators(DeadlineStatistics statistics, Law law) {
    this.statistics = statistics;
    for (var pack : law.packs()) {
      pack.pack().indicators().values().stream()
          .filter(indicator -> indicator.reads().isOfDeadlines())
          .sorted(Comparator.comparing(Indicator::id))
          .forEach(indicator -> indicators.put(indicator.id(), indicator));
    }
    for (var found : law.rules()) {
      for (var id : found.rule().indicators()) {
        if (indicators.containsKey(id)) {
          rulesOf.computeIfAbsent(id, any -> new TreeSet<>()).add(found.rule().id());
          rules.add(found.rule().id());
        }
      }
    }
  }

  public Optional<Indicator> find(String id) {
    return Optional.ofNullable(indicators.get(id));
  }

  /** The rules whose deadlines it is a rate of; none where it is not known here. */
  public Set<String> rulesOf(String id) {
    return Collections.unmodifiableSet(rulesOf.getOrDefault(id, Set.of()));
  }

  /** All indicators of a unit and all below it, as known now. */
  public List<IndicatorRate> of(String unit, ReportPeriod period, Today today) {
    return compute(unit, period, rules, List.copyOf(indicators.values()), today);
  }

  /** One of them. */
  public IndicatorRate of(Indicator indicator, String unit, ReportPeriod period, Today today) {
    return compute(unit, period, rulesOf(indicator.id()), List.of(indicator), today).getFirst();
  }

  private List<IndicatorRate> compute(
      String unit, ReportPeriod period, Set<String> ofRules, List<Indicator> wanted, Today today) {
    var periods = period.last(TREND);
    Map<String, Map<String, DeadlineCounts>> byPeriodAndRule = new HashMap<>();
    if (!ofRules.isEmpty()) {
      var span = new Span(periods.getFirst().from(), period.span().to());
      var by = List.of(period.length(), Grouping.RULE);
      var question = new Question(unit, span, by, Knowledge.NOW, ofRules);
      for (var group : statistics.groups(question, today)) {
        byPeriodAndRule
            .computeIfAbsent(group.keys().getFirst(), any -> new HashMap<>())
            .put(group.keys().getLast(), group.counts());
      }
    }
    List<IndicatorRate> rates = new ArrayList<>();
    for (var indicator : wanted) {
      var trend =
          periods.stream()
              .map(
                  each ->
                      new IndicatorRate.Point(
                          each,
                          rate(
                              indicator,
                              byPeriodAndRule.getOrDefault(each.from().toString(), Map.of()))))
              .toList();
      rates.add(new IndicatorRate(indicator, trend.getLast().rate(), trend));
    }
    return rates;
  }

  private Rate rate(Indicator indicator, Map<String, DeadlineCounts> byRule) {
    var counts =
        rulesOf(indicator.id()).stream()
            .map(rule -> byRule.getOrDefault(rule, DeadlineCounts.NONE))
            .reduce(DeadlineCounts.NONE, DeadlineCounts::plus);
    return Rate.inTime(counts);
  }

  /** One indicator by unit, of all units of the subtree in which anything was due. */
  public List<Group> byUnit(Indicator indicator, String unit, ReportPeriod period, Today today) {
    var ofRules = rulesOf(indicator.id());
    return ofRules.isEmpty()
        ? List.of()
        : statistics.groups(
            new Question(unit, period.span(), List.of(Grouping.UNIT), Knowledge.NOW, ofRules),
            today);
  }
}
