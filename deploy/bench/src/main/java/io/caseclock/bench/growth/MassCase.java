package io.caseclock.bench.growth;

import io.caseclock.bench.TheftCase;
import io.caseclock.bench.statistics.Bureau;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.monitor.watch.TakeInEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * One case that grows without end: items are seized and handed over, one after another. What one
 * further event of it costs, and what it costs the cases beside it.
 */
final class MassCase {

  private static final String ID = "XH-mass";
  private static final String OTHERS = "XI";
  private static final int OTHER_CASES = 100;
  private static final int AT_ONCE = 500;
  private static final double NANOS_OF_A_MILLI = 1e6;
  private static final double NANOS = 1e9;
  private static final Instant BEGINS = Instant.parse("2026-03-02T01:00:00Z");

  private final DataSource database;
  private final Law law;
  private int events;
  private int rounds;

  MassCase(DataSource database, Law law) {
    this.database = database;
    this.law = law;
  }

  /** Lets it grow to so many events; returns whether it can still be evaluated. */
  boolean growTo(int number) {
    var evaluated = true;
    while (events < number) {
      var more =
          IntStream.range(0, Math.min(AT_ONCE, number - events)).mapToObj(n -> next()).toList();
      evaluated = take(more).quarantined().isEmpty();
    }
    return evaluated;
  }

  /** Milliseconds that one further event takes by itself. */
  Cost further(int times) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (var time = 0; time < times; time++) {
      var one = List.of(next());
      millis.add(Timings.nanosOf(() -> take(one)) / NANOS_OF_A_MILLI);
    }
    return new Cost(millis);
  }

  /**
   * How many events of other cases are taken in each second.
   *
   * @param isBeside whether each batch holds one event of this case too
   */
  double others(boolean isBeside) throws Exception {
    var round = rounds++;
    var stories =
        IntStream.range(0, OTHER_CASES)
            .mapToObj(n -> TheftCase.of(OTHERS + round + "-" + n, Bureau.station(0)))
            .toList();
    var each = stories.getFirst().size();
    var took =
        Timings.nanosOf(
            () -> {
              for (var next = 0; next < each; next++) {
                var nth = next;
                List<CaseEvent> batch = new ArrayList<>();
                stories.forEach(story -> batch.add(story.get(nth)));
                if (isBeside) {
                  batch.add(next());
                }
                take(batch);
              }
            });
    return OTHER_CASES * each * NANOS / took;
  }

  /** Takes all of it away. */
  void remove() {
    var rows = new Rows(database);
    rows.remove(ID);
    rows.remove(OTHERS);
  }

  private TakeInEvents.Outcome take(List<CaseEvent> batch) {
    var now = BEGINS.plus(Duration.ofDays(2));
    return new TakeInEvents(
            new JdbcWatchedCases(database), new CaseEvaluator(law, Duration.ZERO), () -> now)
        .take(batch);
  }

  private CaseEvent next() {
    var number = events++;
    var item = Subject.parse("item/I-" + number / 2);
    return event(
        number,
        number == 0 ? Subject.ofCase(ID) : item,
        number == 0
            ? "case-accepted"
            : number % 2 == 0 ? "property-seized" : "property-handed-over",
        number == 0 ? Map.of("facts", Map.of("caseKind", "criminal")) : Map.of());
  }

  private static CaseEvent event(
      int number, Subject subject, String type, Map<String, Object> data) {
    var at = BEGINS.plusSeconds(number);
    return new CaseEvent(
        new EventId("urn:precinct:x01", ID + "-" + number),
        type,
        subject,
        ID,
        at,
        at.plusSeconds(60),
        null,
        Bureau.station(0),
        "O1",
        data);
  }
}
