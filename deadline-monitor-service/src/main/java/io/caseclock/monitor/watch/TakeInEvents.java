package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.watch.WatchedCases.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes in a batch of events: keeps them, evaluates their cases, writes and tells what changed. */
public final class TakeInEvents {

  /**
   * What became of a batch.
   *
   * @param kept how many events were new
   * @param changes how many deadlines changed
   * @param quarantined the cases that could not be evaluated, with the reason
   */
  public record Outcome(int kept, int changes, Map<String, RuntimeException> quarantined) {}

  private final WatchedCases cases;
  private final EvaluateCases review;
  private final InstantSource clock;
  private final Consumer<List<ArrivalGap>> learn;

  public TakeInEvents(WatchedCases cases, CaseEvaluator review, InstantSource clock) {
    this(cases, review, clock, gaps -> {});
  }

  /**
   * @param learn learns from how long after one another events are accepted
   */
  public TakeInEvents(
      WatchedCases cases,
      CaseEvaluator review,
      InstantSource clock,
      Consumer<List<ArrivalGap>> learn) {
    this.learn = learn;
    this.cases = cases;
    this.review = new EvaluateCases(review);
    this.clock = clock;
  }

  /** One transaction; a case that cannot be evaluated is set aside and holds up no other. */
  public Outcome take(List<CaseEvent> events) {
    var now = clock.instant();
    var taken = cases.transact(session -> take(session, events, now));
    learn.accept(taken.gaps());
    return taken.outcome();
  }

  private record Taken(Outcome outcome, List<ArrivalGap> gaps) {}

  private Taken take(Session session, List<CaseEvent> events, Instant now) {
    var arrived = session.keep(events, now);
    Map<String, List<CaseEvent>> byCase = new LinkedHashMap<>();
    for (var event : arrived) {
      byCase.computeIfAbsent(event.caseId(), any -> new ArrayList<>()).add(event);
    }
    Set<String> affected = new LinkedHashSet<>(byCase.keySet());
    affected.addAll(session.quarantined(repeated(events, arrived)));
    var reviewed = review.review(session, affected, byCase, now);
    return new Taken(
        new Outcome(arrived.size(), reviewed.deadlines(), reviewed.setAside()), reviewed.gaps());
  }

  /** Cases of which an event came again: those that were set aside get another try. */
  private static Set<String> repeated(List<CaseEvent> events, List<CaseEvent> arrived) {
    return events.size() == arrived.size()
        ? Set.of()
        : events.stream().map(CaseEvent::caseId).collect(Collectors.toSet());
  }
}
