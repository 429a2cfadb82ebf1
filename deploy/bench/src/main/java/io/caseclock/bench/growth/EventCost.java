package io.caseclock.bench.growth;

import io.caseclock.bench.TheftCase;
import io.caseclock.bench.statistics.Bureau;
import io.caseclock.bench.statistics.HeldConnection;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What it costs to take in an event, on new cases of twenty events each that go on side by side,
 * one event of each in a batch. The cases go again.
 */
final class EventCost {

  private static final String BEGINNING = "XG";
  private static final int CASES = 100;
  private static final double NANOS_OF_A_MILLI = 1e6;
  private static final double KILO = 1024;

  private final CountedStatements counted;
  private final Rows rows;
  private final Law law;
  private final Bureau bureau;
  private int rounds;

  EventCost(HeldConnection database, Law law, Bureau bureau) {
    this.counted = new CountedStatements(database);
    this.rows = new Rows(database);
    this.law = law;
    this.bureau = bureau;
  }

  /** Of an event: milliseconds, kilobytes of the log, statements. */
  record Result(Cost millis, Cost loggedKilobytes, Cost statements) {}

  Result measure(int times) throws Exception {
    List<Double> millis = new ArrayList<>();
    List<Double> logged = new ArrayList<>();
    List<Double> statements = new ArrayList<>();
    takeIn(stories()); // warms up
    for (var round = 0; round < times; round++) {
      var stories = stories();
      var events = (double) stories.stream().mapToInt(List::size).sum();
      var loggedBefore = rows.logged();
      var sentBefore = counted.sent();
      millis.add(takeIn(stories) / NANOS_OF_A_MILLI / events);
      logged.add((rows.logged() - loggedBefore) / KILO / events);
      statements.add((counted.sent() - sentBefore) / events);
    }
    rows.remove(BEGINNING);
    return new Result(new Cost(millis), new Cost(logged), new Cost(statements));
  }

  /** Bytes on the disk of a case of twenty events, with its deadlines and all indexes. */
  double kilobytesOfACase(int rounds) throws Exception {
    var before = rows.bytes();
    for (var round = 0; round < rounds; round++) {
      takeIn(stories());
    }
    var bytes = rows.bytes() - before;
    rows.remove(BEGINNING);
    return bytes / KILO / (rounds * CASES);
  }

  private List<List<CaseEvent>> stories() {
    var round = rounds++;
    return IntStream.range(0, CASES)
        .mapToObj(
            n -> TheftCase.of(BEGINNING + round + "-" + n, Bureau.station(n % bureau.stations())))
        .toList();
  }

  private long takeIn(List<List<CaseEvent>> stories) throws Exception {
    return Timings.nanosOf(
        () -> {
          for (var next = 0; next < stories.getFirst().size(); next++) {
            var nth = next;
            take(stories.stream().map(story -> story.get(nth)).toList());
          }
        });
  }

  private void take(List<CaseEvent> batch) {
    var now = batch.getFirst().acceptedAt();
    new TakeInEvents(
            new JdbcWatchedCases(counted), new CaseEvaluator(law, Duration.ZERO), () -> now)
        .take(batch);
  }
}
