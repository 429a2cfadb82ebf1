package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.ContentsDeletedException;
import io.caseclock.monitor.limit.Limit;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.watch.WatchedCases.Session;
import io.caseclock.monitor.watch.WatchedCases.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates many cases in one transaction, as many at a time as fit into memory, and writes what
 * changed. A case that cannot be evaluated, or costs more than one may, is set aside and holds up
 * no other: its deadlines stay as they were, and people are told once. So it is with a case whose
 * contents are gone, once another event of it comes; without one there is nothing to evaluate.
 */
public final class EvaluateCases {

  /**
   * What became of the cases.
   *
   * @param deadlines how many deadlines were written
   * @param told how many events were handed over to be told
   * @param setAside the cases that could not be evaluated
   * @param gaps how long after one another the new events were accepted
   */
  public record Outcome(
      int deadlines, int told, Map<String, RuntimeException> setAside, List<ArrivalGap> gaps) {}

  private final CaseEvaluator review;
  private final CaseLimits limits;

  public EvaluateCases(CaseEvaluator review) {
    this.review = review;
    this.limits = review.limits();
  }

  /**
   * @param arrived the new events of each case; a case without any is evaluated all the same
   */
  public Outcome review(
      Session session,
      Collection<String> caseIds,
      Map<String, List<CaseEvent>> arrived,
      Instant now) {
    var sizes = session.sizes(caseIds, limits.events() + 1);
    Map<String, Size> byId = new HashMap<>();
    sizes.forEach(size -> byId.put(size.caseId(), size));
    var cases = CasePortions.of(sizes, limits);
    var round = new Round(session, now);
    for (var size : cases.tooLarge()) {
      round.setAside(size, new OverLimitException(Limit.EVENTS, limits.events()));
    }
    cases.deleted().stream()
        .filter(size -> arrived.containsKey(size.caseId()))
        .forEach(size -> round.setAside(size, new ContentsDeletedException()));
    for (var portion : cases.portions()) {
      round.take(portion, byId, arrived);
    }
    return new Outcome(round.deadlines, round.told, round.setAside, round.gaps);
  }

  /** One transaction's work. */
  private final class Round {

    private final Session session;
    private final Instant now;
    private final Map<String, RuntimeException> setAside = new LinkedHashMap<>();
    private final List<ArrivalGap> gaps = new ArrayList<>();
    private int deadlines;
    private int told;

    Round(Session session, Instant now) {
      this.session = session;
      this.now = now;
    }

    void take(List<String> portion, Map<String, Size> sizes, Map<String, List<CaseEvent>> arrived) {
      List<CaseChange> changes = new ArrayList<>();
      for (var file : session.files(portion).values()) {
        try {
          changes.add(review.review(file, arrived.getOrDefault(file.caseId(), List.of()), now));
        } catch (RuntimeException e) {
          var size = sizes.get(file.caseId());
          if (size != null) {
            setAside(size, e);
          }
        }
      }
      session.release(changes.stream().map(CaseChange::caseId).toList(), now);
      save(changes);
    }

    /** People are told once, not again with each further event of the case. */
    void setAside(Size size, RuntimeException cause) {
      var why = QuarantineReason.of(cause);
      setAside.put(size.caseId(), cause);
      if (why.wire().equals(size.setAside())) {
        return;
      }
      session.quarantine(size.caseId(), why, now);
      session.tell(List.of(Findings.quarantined(size.caseId(), size.unit(), null, why, now)), now);
      told++;
    }

    private void save(List<CaseChange> reviewed) {
      var changes = judged(reviewed);
      session.save(changes, now);
      changes.forEach(change -> gaps.addAll(change.gaps()));
      deadlines += changes.stream().mapToInt(change -> change.deadlines().size()).sum();
      told += changes.stream().mapToInt(change -> change.news().size()).sum();
    }

    private List<CaseChange> judged(List<CaseChange> changes) {
      var late = changes.stream().flatMap(change -> change.lateEntries().stream()).toList();
      if (late.isEmpty()) {
        return changes;
      }
      var silent = session.causedBySilence(late);
      return silent.isEmpty()
          ? changes
          : changes.stream().map(change -> change.causedBySilence(silent)).toList();
    }
  }
}
