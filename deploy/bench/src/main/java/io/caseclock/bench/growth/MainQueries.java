package io.caseclock.bench.growth;

import io.caseclock.bench.statistics.Bureau;
import io.caseclock.bench.statistics.Bureau.Level;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.jdbc.JdbcCaseSearch;
import io.caseclock.monitor.jdbc.JdbcDeadlineQueries;
import io.caseclock.monitor.jdbc.JdbcPresentCounts;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.present.PresentCounts;
import io.caseclock.monitor.present.PresentDay;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.DeadlineOrder;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.report.DeadlineQueries.Question;
import io.caseclock.monitor.report.DueSpan;
import io.caseclock.monitor.search.CaseSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The questions behind the first page, the lists, a case and the search. */
final class MainQueries {

  private static final Set<DeadlineStatus> OPEN =
      Set.of(DeadlineStatus.RUNNING, DeadlineStatus.PAUSED);
  private static final int PAGE = 51;
  private static final double NANOS_OF_A_MILLI = 1e6;

  private final Bureau bureau;
  private final DeadlineQueries deadlines;
  private final PresentCounts present;
  private final CaseSearch search;
  private final Sql sql;
  private final Instant now;

  MainQueries(Bureau bureau, DataSource database) {
    this.bureau = bureau;
    this.now = bureau.now();
    deadlines = new JdbcDeadlineQueries(database, HiddenCases.NONE);
    present = new JdbcPresentCounts(database);
    search = new JdbcCaseSearch(database, HiddenCases.NONE, () -> now);
    sql = new Sql(database);
  }

  /** Asks with another unit or case each time. */
  @FunctionalInterface
  private interface Ask {
    void of(String unitOrCase) throws Exception;
  }

  /** Milliseconds of each, by its name. */
  Map<String, Cost> measure(int times) throws Exception {
    var cases =
        sql.query(
            "select case_id from watched_case where case_id like 'XM%' order by md5(case_id) limit 50",
            row -> row.getString(1));
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (var level : List.of(Level.ROOT, Level.STATION)) {
      var units = units(level, times);
      costs.put(
          "first page of open deadlines, " + level.text(),
          timed(units, times, unit -> page(filter(unit, DueSpan.ANY), DeadlineOrder.USUAL)));
      costs.put(
          "the gravest first, " + level.text(),
          timed(
              units,
              times,
              unit ->
                  page(
                      filter(unit, DueSpan.ANY),
                      new DeadlineOrder(DeadlineOrder.Key.SEVERITY, false))));
      costs.put(
          "overdue, " + level.text(),
          timed(
              units,
              times,
              unit ->
                  page(
                      filter(unit, new DueSpan(null, null, null, null, true)),
                      DeadlineOrder.USUAL)));
      costs.put(
          "figures of the first page, " + level.text(),
          timed(
              units,
              times,
              unit ->
                  present.byUnit(
                      new PresentCounts.Asked(unit, null, PresentDay.of(now, bureau.zone())))));
    }
    costs.put(
        "deadlines of a case",
        timed(
            cases, times, id -> page(DeadlineFilter.ofCase(Bureau.ROOT, id), DeadlineOrder.USUAL)));
    costs.put(
        "search for a case by its number",
        timed(cases, times, id -> search.cases(List.of(id), Bureau.ROOT, PAGE)));
    return costs;
  }

  private List<String> units(Level level, int times) {
    var random = new Random(13);
    List<String> units = new ArrayList<>();
    for (var time = 0; time <= times; time++) {
      units.add(bureau.any(level, random));
    }
    return units;
  }

  private static DeadlineFilter filter(@Nullable String unit, DueSpan due) {
    return new DeadlineFilter(
        Bureau.ROOT,
        unit,
        null,
        null,
        null,
        null,
        Set.of(),
        OPEN,
        Set.of(),
        Set.of(),
        Set.of(),
        due);
  }

  private void page(DeadlineFilter filter, DeadlineOrder order) {
    deadlines.deadlines(new Question(filter, order, now), null, PAGE);
  }

  private static Cost timed(List<String> about, int times, Ask ask) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (var time = 0; time <= times; time++) {
      var one = about.get(time % about.size());
      var took = Timings.nanosOf(() -> ask.of(one)) / NANOS_OF_A_MILLI;
      if (time > 0) { // the first one reads from the disk what later ones find in memory
        millis.add(took);
      }
    }
    return new Cost(millis);
  }
}
