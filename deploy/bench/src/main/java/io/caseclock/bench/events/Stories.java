package io.caseclock.bench.events;

import io.caseclock.bench.TheftCase;
import io.caseclock.bench.intake.Sent;
import io.caseclock.contract.CaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fictional thefts of nine events each, from the report to the second suspect's leaving, that have
 * just happened: so that no alarm is due meanwhile. Many cases go on side by side.
 *
 * @param stations how many stations they belong to in turn
 */
record Stories(Instant now, int stations) {

  private static final int EVENTS = 9;
  private static final int SIDE_BY_SIDE = 250;
  private static final Instant STORY_ENDS = Instant.parse("2026-03-03T09:30:00Z");

  /**
   * Returns so many events, or a few more.
   *
   * @param run tells the cases of one run from those of another
   */
  List<CaseEvent> events(String run, int number) {
    List<CaseEvent> events = new ArrayList<>();
    for (var first = 0; events.size() < number; first += SIDE_BY_SIDE) {
      var left = Math.ceilDiv(number - events.size(), EVENTS);
      var cases =
          IntStream.range(first, first + Math.min(SIDE_BY_SIDE, left))
              .mapToObj(n -> story(run, n))
              .toList();
      for (var next = 0; next < EVENTS; next++) {
        for (var story : cases) {
          events.add(story.get(next));
        }
      }
    }
    return events;
  }

  private List<CaseEvent> story(String run, int number) {
    var caseId = "A99%s%06d".formatted(run, number);
    var station = Sent.station(number % stations);
    return TheftCase.of(caseId, station, Duration.between(STORY_ENDS, now)).subList(0, EVENTS);
  }
}
