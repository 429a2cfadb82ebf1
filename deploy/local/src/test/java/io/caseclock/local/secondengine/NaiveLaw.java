package io.caseclock.local.secondengine;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.pack.Pack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A whole pack against one case: rule after rule, each through all that happened. Passed over are
 * rules that start when another deadline passes or is met, and what would count back from one that
 * was cancelled.
 */
public final class NaiveLaw {

  private NaiveLaw() {}

  /**
   * The deadlines of the case, in the order of the rules; those that count back from others last.
   *
   * @param events what has happened by now, in any order, each once and none of it withdrawn
   */
  public static List<NaiveDeadline> deadlines(Pack pack, List<CaseEvent> events, Instant now) {
    var file = new NaiveFile(events);
    List<NaiveDeadline> deadlines = new ArrayList<>();
    for (var rule : pack.rules()) {
      deadlines.addAll(new NaiveEngine(pack, rule, file, now).deadlines());
    }
    for (var other : List.copyOf(deadlines)) {
      deadlines.addAll(countedBackFrom(other, pack, file, now));
    }
    return deadlines;
  }

  private static List<NaiveDeadline> countedBackFrom(
      NaiveDeadline other, Pack pack, NaiveFile file, Instant now) {
    List<NaiveDeadline> deadlines = new ArrayList<>();
    for (var rule : pack.rules()) {
      if (rule.dueOf().contains(other.rule())
          && other.due() != null
          && other.status() != DeadlineStatus.CANCELLED) {
        var engine = new NaiveEngine(pack, rule, file, now);
        var deadline = engine.before(withoutData(file.event(other.start())), other.due().on());
        if (deadline != null) {
          deadlines.add(deadline);
        }
      }
    }
    return deadlines;
  }

  /** What an event says of its own period is not said of another. */
  private static CaseEvent withoutData(CaseEvent event) {
    return new CaseEvent(
        event.eventId(),
        event.type(),
        event.subject(),
        event.caseId(),
        event.occurredAt(),
        event.acceptedAt(),
        event.recordedAt(),
        event.unit(),
        event.officer(),
        event.posting(),
        event.historyUntil(),
        Map.of());
  }
}
