package io.caseclock.monitor.present;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.directory.Directory;
import io.caseclock.directory.UnitEntry;
import io.caseclock.monitor.present.Present.AtZero;
import io.caseclock.monitor.present.Present.Standing;
import io.caseclock.monitor.present.Present.UnitName;
import io.caseclock.monitor.present.PresentCounts.Asked;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Group;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells how units stand at this moment: three questions, whatever their number. */
public final class ReadPresent {

  /** How many units without a breach are named. */
  public static final int MOST_NAMED = 200;

  private final PresentCounts counts;
  private final DeadlineStatistics statistics;
  private final Directory directory;

  public ReadPresent(PresentCounts counts, DeadlineStatistics statistics, Directory directory) {
    this.counts = counts;
    this.statistics = statistics;
    this.directory = directory;
  }

  /** The figures of one officer's deadlines in the unit and all below it. */
  public Figures ofOfficer(String unit, String officer, PresentDay day) {
    return sum(counts.byUnit(new Asked(unit, officer, day)).values());
  }

  /** The unit, and each one directly below it. */
  public Present of(String unit, PresentDay day, Today today) {
    var subtree = directory.subtree(unit);
    var below = new DirectlyBelow(subtree);
    var figures = counts.byUnit(new Asked(unit, null, day));
    var month = months(unit, day.thisMonth(), today);
    var before = months(unit, day.lastMonth(), today);
    var figuresBelow = below.addedUp(figures, Figures::plus);
    var monthBelow = below.addedUp(month, DeadlineCounts::plus);
    var beforeBelow = below.addedUp(before, DeadlineCounts::plus);
    var all =
        new Standing(
            unit,
            subtree.stream().map(UnitEntry::names).findFirst().orElse(null),
            sum(figures.values()),
            total(month.values()),
            total(before.values()));
    return new Present(
        all,
        below.units().stream()
            .map(
                entry ->
                    new Standing(
                        entry.id(),
                        entry.names(),
                        figuresBelow.getOrDefault(entry.id(), Figures.NONE),
                        monthBelow.getOrDefault(entry.id(), DeadlineCounts.NONE),
                        beforeBelow.getOrDefault(entry.id(), DeadlineCounts.NONE)))
            .toList(),
        atZero(subtree, month));
  }

  private Map<String, DeadlineCounts> months(String unit, Span span, Today today) {
    return statistics.groups(Question.now(unit, span, Grouping.UNIT), today).stream()
        .collect(
            Collectors.toMap(Group::key, Group::counts, DeadlineCounts::plus, LinkedHashMap::new));
  }

  private static AtZero atZero(List<UnitEntry> subtree, Map<String, DeadlineCounts> month) {
    var units =
        subtree.stream()
            .filter(entry -> month.getOrDefault(entry.id(), DeadlineCounts.NONE).due() > 0)
            .toList();
    var clean =
        units.stream()
            .filter(entry -> month.getOrDefault(entry.id(), DeadlineCounts.NONE).breached() == 0)
            .map(entry -> new UnitName(entry.id(), entry.names()))
            .toList();
    return new AtZero(
        clean.size(), units.size(), clean.subList(0, Math.min(MOST_NAMED, clean.size())));
  }

  private static Figures sum(Collection<Figures> all) {
    return all.stream().reduce(Figures.NONE, Figures::plus);
  }

  private static DeadlineCounts total(Collection<DeadlineCounts> all) {
    return all.stream().reduce(DeadlineCounts.NONE, DeadlineCounts::plus);
  }
}
