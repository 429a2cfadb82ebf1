package io.caseclock.monitor.standing;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.directory.Directory;
import io.caseclock.directory.UnitEntry;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.law.Law.InForce;
import io.caseclock.monitor.parallel.SideBySide;
import io.caseclock.monitor.standing.Appraisal.Result;
import io.caseclock.monitor.standing.Ranking.Rank;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Grouping;
import io.caseclock.monitor.statistics.Indicators;
import io.caseclock.monitor.statistics.Knowledge;
import io.caseclock.monitor.statistics.Question;
import io.caseclock.monitor.statistics.Rate;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.pack.Indicator;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Standing;
import io.caseclock.pack.Standing.Measure;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How the units below one stand in a month, and how they stood in the month before. */
public final class ReadStanding {

  /** Safe days are looked for so far back at most. */
  private static final int MOST_DAYS_BACK = 366;

  /**
   * One unit.
   *
   * @param rank null where it is not judged
   * @param before how it was judged in the month before
   * @param rankBefore null where it was not judged then
   */
  public record Place(
      UnitEntry unit,
      Result result,
      @Nullable Rank rank,
      Result before,
      @Nullable Rank rankBefore) {}

  private final Law law;
  private final DeadlineStatistics statistics;
  private final Indicators indicators;
  private final RaisedFindings findings;
  private final Directory directory;
  private final SideBySide sideBySide;

  public ReadStanding(
      Law law,
      DeadlineStatistics statistics,
      Indicators indicators,
      RaisedFindings findings,
      Directory directory,
      SideBySide sideBySide) {
    this.law = law;
    this.statistics = statistics;
    this.indicators = indicators;
    this.findings = findings;
    this.directory = directory;
    this.sideBySide = sideBySide;
  }

  /** By which points units are appraised; empty where no pack in force says. */
  public Optional<Standing> standing() {
    return Standing.of(packs());
  }

  private List<Pack> packs() {
    return law.packs().stream().map(InForce::pack).toList();
  }

  /**
   * Every unit below, each with all that is below it, by path; one that has none below stands
   * alone.
   */
  public List<Place> of(
      Standing standing, String unit, YearMonth month, Knowledge knowledge, Today today) {
    var units = directory.subtree(unit);
    var lastMonth = new Month(standing, unit, units, month.minusMonths(1), knowledge, today);
    var asked = sideBySide.start(lastMonth::results);
    var now = new Month(standing, unit, units, month, knowledge, today).results();
    var before = asked.get();
    Map<String, String> kinds = new HashMap<>();
    units.forEach(entry -> kinds.put(entry.id(), entry.kind()));
    var others = units.stream().filter(entry -> !entry.id().equals(unit)).toList();
    var below = others.isEmpty() ? units : others;
    if (!others.isEmpty()) {
      now.remove(unit);
      before.remove(unit);
    }
    var ranks = Ranking.of(now, kinds);
    var ranksBefore = Ranking.of(before, kinds);
    List<Place> places = new ArrayList<>();
    for (var entry : below) {
      places.add(
          new Place(
              entry,
              now.getOrDefault(entry.id(), new Appraisal.TooLittle(0)),
              ranks.get(entry.id()),
              before.getOrDefault(entry.id(), new Appraisal.TooLittle(0)),
              ranksBefore.get(entry.id())));
    }
    return places;
  }

  /** The numbers of all units in one month: a few questions, whatever their number. */
  private final class Month {

    private final Standing standing;
    private final String root;
    private final List<UnitEntry> units;
    private final Knowledge knowledge;
    private final Today today;
    private final Span span;
    private final Map<String, UnitNumbers> own = new LinkedHashMap<>();
    private final Map<String, Indicator> named = new HashMap<>();

    Month(
        Standing standing,
        String root,
        List<UnitEntry> units,
        YearMonth month,
        Knowledge knowledge,
        Today today) {
      this.standing = standing;
      this.root = root;
      this.units = units;
      this.knowledge = knowledge;
      this.today = today;
      var end =
          month.atEndOfMonth().isAfter(today.latest()) ? today.latest() : month.atEndOfMonth();
      this.span = new Span(month.atDay(1), end);
    }

    Map<String, Result> results() {
      var most = Math.min(daysBack(), MOST_DAYS_BACK);
      units.forEach(unit -> own.put(unit.id(), UnitNumbers.none(most)));
      countDeadlines();
      countRates();
      countFindings();
      countSafeDays(most);
      var appraisal = new Appraisal(standing, named);
      Map<String, Result> results = new HashMap<>();
      withBelow().forEach((unit, numbers) -> results.put(unit, appraisal.of(numbers)));
      return results;
    }

    /** More days would give no more points. */
    private int daysBack() {
      return standing.lines().stream()
          .filter(line -> line.measure().equals(new Measure.Counted(Standing.Number.SAFE_DAYS)))
          .map(line -> line.most().divide(line.points(), 0, RoundingMode.CEILING).intValue())
          .reduce(0, Math::max);
    }

    private void countDeadlines() {
      each(
          Set.of(),
          (unit, counts) -> add(unit, new UnitNumbers(counts, 0, safest(unit), Map.of())));
    }

    private void countRates() {
      for (var line : standing.lines()) {
        if (line.measure() instanceof Measure.Rate(var id)) {
          indicators.find(id).ifPresent(indicator -> named.put(id, indicator));
          var rules = indicators.rulesOf(id);
          if (!rules.isEmpty()) {
            each(rules, (unit, counts) -> addRate(unit, id, Rate.inTime(counts)));
          }
        }
      }
    }

    private void addRate(String unit, String id, Rate rate) {
      add(unit, new UnitNumbers(DeadlineCounts.NONE, 0, safest(unit), Map.of(id, rate)));
    }

    private void each(Set<String> rules, BiConsumer<String, DeadlineCounts> reader) {
      var question = new Question(root, span, List.of(Grouping.UNIT), knowledge, rules);
      statistics
          .groups(question, today)
          .forEach(group -> reader.accept(group.key(), group.counts()));
    }

    private void countFindings() {
      var zone = law.zone();
      findings
          .byUnit(
              root,
              span.from().atStartOfDay(zone).toInstant(),
              span.to().plusDays(1).atStartOfDay(zone).toInstant(),
              knowledge)
          .forEach(
              (unit, count) ->
                  add(unit, new UnitNumbers(DeadlineCounts.NONE, count, safest(unit), Map.of())));
    }

    /** From the day after the last breach to the end of the month. */
    private void countSafeDays(int most) {
      if (most == 0) {
        return;
      }
      var days = new Span(span.to().minusDays(most - 1L), span.to());
      switch (knowledge) {
        case NOW ->
            statistics
                .lastBreaches(root, days, today)
                .forEach((unit, on) -> add(unit, UnitNumbers.none(daysSince(on))));
        case THEN -> eachBreach(days, (unit, on) -> add(unit, UnitNumbers.none(daysSince(on))));
      }
    }

    private long daysSince(LocalDate on) {
      return ChronoUnit.DAYS.between(on, span.to());
    }

    private void eachBreach(Span days, BiConsumer<String, LocalDate> reader) {
      var by = List.of(Grouping.UNIT, Grouping.DAY);
      for (var group :
          statistics.groups(new Question(root, days, by, knowledge, Set.of()), today)) {
        if (group.counts().breached() > 0) {
          reader.accept(group.key(), LocalDate.parse(group.keys().getLast()));
        }
      }
    }

    private long safest(String unit) {
      return own.getOrDefault(unit, UnitNumbers.none(Long.MAX_VALUE)).safeDays();
    }

    /** What belongs to a unit that the directory does not know counts nowhere. */
    private void add(String unit, UnitNumbers numbers) {
      own.computeIfPresent(unit, (any, before) -> before.plus(numbers));
    }

    private Map<String, UnitNumbers> withBelow() {
      Map<String, UnitNumbers> sums = new HashMap<>();
      for (var unit : units) {
        var numbers = own.getOrDefault(unit.id(), UnitNumbers.none(0));
        sums.merge(unit.id(), numbers, UnitNumbers::plus);
        for (var above : unit.ancestors()) {
          if (own.containsKey(above)) {
            sums.merge(above, numbers, UnitNumbers::plus);
          }
        }
      }
      return sums;
    }
  }
}
