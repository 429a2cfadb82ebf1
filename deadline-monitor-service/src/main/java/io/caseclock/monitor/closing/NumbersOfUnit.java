package io.caseclock.monitor.closing;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Bounded;
import io.caseclock.contract.PeriodNumbers.ListCounts;
import io.caseclock.contract.PeriodNumbers.Movement;
import io.caseclock.contract.PeriodNumbers.Rate;
import io.caseclock.contract.PeriodNumbers.UnitAhead;
import io.caseclock.contract.PeriodNumbers.UnitCounts;
import io.caseclock.contract.Words;
import io.caseclock.monitor.closing.ClosedPeriods.TreeUnit;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.statistics.SafeDays;
import io.caseclock.pack.Indicator;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.SupervisionList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what is told of one unit and all below it. */
final class NumbersOfUnit {

  private final Law law;
  private final DuePeriod period;
  private final Tree tree;
  private final PeriodSnapshot own;
  private final PeriodSnapshot whole;
  private final ZoneId zone;
  private final Instant now;
  private final List<RulesOfIndicator> indicators;

  /** An indicator with the rules whose deadlines it is a rate of. */
  private record RulesOfIndicator(Indicator indicator, List<String> rules) {}

  NumbersOfUnit(
      Law law, DuePeriod period, Tree tree, PeriodSnapshot own, ZoneId zone, Instant now) {
    this.law = law;
    this.period = period;
    this.tree = tree;
    this.own = own;
    this.whole = own.addedUp(tree);
    this.zone = zone;
    this.now = now;
    this.indicators =
        law.packs().stream().flatMap(pack -> indicators(pack.pack()).stream()).toList();
  }

  PeriodNumbers of(String unit) {
    var below = tree.below(unit);
    var isMonthly = period.kind() == PeriodNumbers.Kind.MONTHLY;
    return new PeriodNumbers(
        PeriodNumbers.idOf(unit, period.kind(), period.from()),
        unit,
        period.kind(),
        period.bulletin().names(),
        period.from(),
        period.span().to(),
        zone,
        now,
        period.belated(),
        whole.own().getOrDefault(unit, DeadlineCounts.NONE),
        whole.before().getOrDefault(unit, DeadlineCounts.NONE),
        units(below),
        indicators(unit),
        lists(unit),
        safeDays(unit),
        ahead(below),
        isMonthly ? atZero(below) : Bounded.none(),
        isMonthly ? movements(below) : Bounded.none());
  }

  private int most() {
    return period.bulletin().most();
  }

  private Bounded<UnitCounts> units(List<TreeUnit> below) {
    return Bounded.firstOf(
        below.stream()
            .map(
                unit ->
                    new UnitCounts(
                        unit.id(),
                        own.own().getOrDefault(unit.id(), DeadlineCounts.NONE),
                        own.before().getOrDefault(unit.id(), DeadlineCounts.NONE)))
            .filter(
                each ->
                    !each.counts().equals(DeadlineCounts.NONE)
                        || !each.before().equals(DeadlineCounts.NONE))
            .toList(),
        most());
  }

  private List<Rate> indicators(String unit) {
    return indicators.stream().map(each -> rate(each.indicator(), each.rules(), unit)).toList();
  }

  private static List<RulesOfIndicator> indicators(Pack pack) {
    return pack.indicators().values().stream()
        .filter(indicator -> indicator.reads().isOfDeadlines())
        .map(indicator -> new RulesOfIndicator(indicator, rules(pack, indicator)))
        .toList();
  }

  private static List<String> rules(Pack pack, Indicator indicator) {
    return pack.rules().stream()
        .filter(rule -> rule.indicators().contains(indicator.id()))
        .map(Rule::id)
        .toList();
  }

  private Rate rate(Indicator indicator, Collection<String> rules, String unit) {
    var now = sum(whole.byRule().getOrDefault(unit, Map.of()), rules);
    var before = sum(whole.byRuleBefore().getOrDefault(unit, Map.of()), rules);
    var target = indicator.target();
    return new Rate(
        indicator.id(),
        indicator.names(),
        now.metInTime(),
        now.decided(),
        before.metInTime(),
        before.decided(),
        target == null ? null : target.toString(),
        indicator.colour(now.metInTime(), now.decided()).map(Words::of).orElse(null));
  }

  private static DeadlineCounts sum(Map<String, DeadlineCounts> byRule, Collection<String> rules) {
    return rules.stream()
        .map(rule -> byRule.getOrDefault(rule, DeadlineCounts.NONE))
        .reduce(DeadlineCounts.NONE, DeadlineCounts::plus);
  }

  private List<ListCounts> lists(String unit) {
    var now = whole.byList().getOrDefault(unit, Map.of());
    var before = whole.byListBefore().getOrDefault(unit, Map.of());
    return law.packs().stream()
        .flatMap(pack -> pack.pack().lists().values().stream())
        .map(list -> counts(list, now, before))
        .toList();
  }

  private static ListCounts counts(
      SupervisionList list, Map<String, DeadlineCounts> now, Map<String, DeadlineCounts> before) {
    var counts = now.getOrDefault(list.id(), DeadlineCounts.NONE);
    return new ListCounts(
        list.id(),
        list.names(),
        counts.open() + counts.overdueOpen(),
        counts.breached(),
        before.getOrDefault(list.id(), DeadlineCounts.NONE).breached(),
        counts.metLate());
  }

  private PeriodNumbers.SafeDays safeDays(String unit) {
    var first = whole.firstDays().get(unit);
    var last = period.span().to();
    if (first == null || first.isAfter(last)) {
      return new PeriodNumbers.SafeDays(0, 0, null);
    }
    var days = whole.breachDays().getOrDefault(unit, Set.<LocalDate>of());
    var safe = SafeDays.of(first, List.copyOf(days), last);
    return new PeriodNumbers.SafeDays(safe.days(), safe.longest(), safe.lastBreachOn());
  }

  private Bounded<UnitAhead> ahead(List<TreeUnit> below) {
    return Bounded.firstOf(
        below.stream()
            .filter(unit -> own.ahead().getOrDefault(unit.id(), 0L) > 0)
            .map(
                unit ->
                    new UnitAhead(
                        unit.id(),
                        own.ahead().getOrDefault(unit.id(), 0L),
                        own.firstAhead().getOrDefault(unit.id(), List.of())))
            .toList(),
        most());
  }

  private Bounded<String> atZero(List<TreeUnit> below) {
    return Bounded.firstOf(
        below.stream()
            .map(TreeUnit::id)
            .filter(unit -> counts(unit).due() > 0 && counts(unit).breached() == 0)
            .toList(),
        most());
  }

  private DeadlineCounts counts(String unit) {
    return own.own().getOrDefault(unit, DeadlineCounts.NONE);
  }

  private Bounded<Movement> movements(List<TreeUnit> below) {
    return Bounded.firstOf(
        below.stream()
            .map(
                unit ->
                    new Movement(
                        unit.id(),
                        own.before().getOrDefault(unit.id(), DeadlineCounts.NONE).breached(),
                        counts(unit.id()).breached()))
            .filter(movement -> movement.before() != movement.after())
            .sorted(
                Comparator.comparingLong(
                        (Movement movement) -> -Math.abs(movement.after() - movement.before()))
                    .thenComparing(Movement::unit))
            .toList(),
        most());
  }
}
