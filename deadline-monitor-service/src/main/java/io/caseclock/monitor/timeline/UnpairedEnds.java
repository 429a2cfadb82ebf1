package io.caseclock.monitor.timeline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ends of spans that belong to no beginning yet. Beginnings ask in the order of their time, so
 * an end that came before one is of no use to any later one.
 */
final class UnpairedEnds {

  private final Deque<CaseEvent> all;
  private final Deque<CaseEvent> ofTheCase = new ArrayDeque<>();
  private final Map<Subject, Deque<CaseEvent>> bySubject = new HashMap<>();
  private final Set<EventId> taken = new HashSet<>();

  UnpairedEnds(List<CaseEvent> oldestFirst) {
    all = new ArrayDeque<>(oldestFirst);
    for (var end : oldestFirst) {
      bySubject.computeIfAbsent(end.subject(), any -> new ArrayDeque<>(2)).add(end);
      if (end.subject().isCase()) {
        ofTheCase.add(end);
      }
    }
  }

  /** The end of the same subject goes before one that was posted on the case as a whole. */
  @Nullable CaseEvent takeFor(CaseEvent begin) {
    var own = bySubject.get(begin.subject());
    var end = own == null ? null : firstAfter(begin, own);
    if (end == null) {
      end = firstAfter(begin, begin.subject().isCase() ? all : ofTheCase);
    }
    if (end != null) {
      taken.add(end.eventId());
    }
    return end;
  }

  private @Nullable CaseEvent firstAfter(CaseEvent begin, Deque<CaseEvent> ends) {
    var end = ends.peek();
    while (end != null
        && (taken.contains(end.eventId()) || end.occurredAt().isBefore(begin.occurredAt()))) {
      ends.remove();
      end = ends.peek();
    }
    return end;
  }
}
