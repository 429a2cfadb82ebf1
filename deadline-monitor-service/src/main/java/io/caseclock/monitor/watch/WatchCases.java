package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.watch.WatchedCases.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in a batch of events: keeps them, evaluates their cases, writes and tells what changed. */
public final class WatchCases {

  /**
   * What became of a batch.
   *
   * @param kept how many events were new
   * @param changes how many deadlines changed
   * @param quarantined the cases that could not be evaluated, with the reason
   */
  public record Outcome(int kept, int changes, Map<String, RuntimeException> quarantined) {}

  private final WatchedCases cases;
  private final CaseReview review;
  private final InstantSource clock;

  public WatchCases(WatchedCases cases, CaseReview review, InstantSource clock) {
    this.cases = cases;
    this.review = review;
    this.clock = clock;
  }

  /** One transaction; a case that cannot be evaluated is set aside and holds up no other. */
  public Outcome take(List<CaseEvent> events) {
    var now = clock.instant();
    return cases.transact(session -> take(session, events, now));
  }

  private Outcome take(Session session, List<CaseEvent> events, Instant now) {
    var arrived = session.keep(events, now);
    Map<String, List<CaseEvent>> byCase = new LinkedHashMap<>();
    for (var event : arrived) {
      byCase.computeIfAbsent(event.caseId(), any -> new ArrayList<>()).add(event);
    }
    List<CaseChange> changes = new ArrayList<>();
    Map<String, RuntimeException> quarantined = new LinkedHashMap<>();
    for (var file : session.files(byCase.keySet()).values()) {
      var news = byCase.getOrDefault(file.caseId(), List.of());
      try {
        changes.add(review.review(file, news, now));
      } catch (RuntimeException e) {
        quarantined.put(file.caseId(), e);
        changes.add(setAside(session, file, news, e, now));
      }
    }
    session.release(
        changes.stream()
            .map(CaseChange::caseId)
            .filter(id -> !quarantined.containsKey(id))
            .toList(),
        now);
    session.save(changes, now);
    var changed = changes.stream().mapToInt(change -> change.deadlines().size()).sum();
    return new Outcome(arrived.size(), changed, quarantined);
  }

  private static CaseChange setAside(
      Session session, CaseFile file, List<CaseEvent> news, RuntimeException cause, Instant now) {
    var reason = cause.getClass().getSimpleName();
    session.quarantine(file.caseId(), reason, now);
    var finding = Findings.quarantined(news.getLast(), reason, now);
    return new CaseChange(
        file.caseId(), List.of(), List.of(finding), List.of(), file.contradictions(), List.of());
  }
}
