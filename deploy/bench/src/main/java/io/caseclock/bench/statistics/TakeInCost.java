package io.caseclock.bench.statistics;

import io.caseclock.bench.TheftCase;
import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import io.caseclock.monitor.watch.WatchedCases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What it costs an event that its changes are appended for the statistics: in turn with and
 * without, on cases of twenty events each, of which every batch holds one of each case.
 */
final class TakeInCost {

  private static final int CASES = 250;
  private static final int ADDED_AT_ONCE = 10_000;
  private static final double NANOS = 1e9;

  /**
   * @param with events a second while changes are appended, by round
   * @param without the same while they are not
   * @param changes how many were appended
   * @param secondsToAddUp how long adding all of them up took
   */
  record Result(
      List<Double> with, List<Double> without, int events, long changes, double secondsToAddUp) {

    double ratio() {
      return median(without) / median(with);
    }

    static double median(List<Double> values) {
      return values.stream().sorted().toList().get(values.size() / 2);
    }
  }

  private final Bureau bureau;
  private final Law law;
  private final DataSource database;
  private int rounds;
  private int events;

  TakeInCost(Bureau bureau, Law law, DataSource database) {
    this.bureau = bureau;
    this.law = law;
    this.database = database;
  }

  /**
   * @param pairs how often both ways are measured
   */
  Result measure(int pairs) throws Exception {
    WatchedCases appending = new JdbcWatchedCases(database);
    var discarding = new DiscardedCounts(appending);
    takeIn(appending);
    takeIn(discarding);
    addUp();
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (var pair = 0; pair < pairs; pair++) {
      // who goes first changes, so that a busy moment strikes both alike
      if (pair % 2 == 0) {
        with.add(takeIn(appending));
        without.add(takeIn(discarding));
      } else {
        without.add(takeIn(discarding));
        with.add(takeIn(appending));
      }
    }
    var began = System.nanoTime();
    var changes = addUp();
    return new Result(with, without, events, changes, (System.nanoTime() - began) / NANOS);
  }

  /** Returns events a second. */
  private double takeIn(WatchedCases cases) throws Exception {
    var round = rounds++;
    var stories =
        IntStream.range(0, CASES)
            .mapToObj(n -> TheftCase.of("XB" + round + "-" + n, unit(n)))
            .toList();
    var each = stories.getFirst().size();
    events = each * CASES;
    var took =
        Timings.nanosOf(
            () -> {
              for (var next = 0; next < each; next++) {
                take(cases, nth(stories, next));
              }
            });
    return events * NANOS / took;
  }

  private String unit(int number) {
    return Bureau.station(number % bureau.stations());
  }

  private static List<CaseEvent> nth(List<List<CaseEvent>> stories, int next) {
    return stories.stream().map(story -> story.get(next)).toList();
  }

  private void take(WatchedCases cases, List<CaseEvent> batch) {
    Instant now = batch.getFirst().acceptedAt();
    new TakeInEvents(cases, new CaseEvaluator(law, Duration.ZERO), () -> now).take(batch);
  }

  private long addUp() {
    var rollUps = new JdbcRollUps(database);
    var all = 0L;
    var added = rollUps.addUp(ADDED_AT_ONCE);
    while (added > 0) {
      all += added;
      added = rollUps.addUp(ADDED_AT_ONCE);
    }
    return all;
  }
}
