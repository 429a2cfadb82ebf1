package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.pack.Tolling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span that does not count. Its first day counts, its last does not: it adds (to − from) days.
 *
 * @param to null while it lasts
 */
record Span(CaseEvent from, @Nullable CaseEvent to, Names names) {

  /** Pairs each beginning with the first end after it that belongs to it; each end once. */
  static List<Span> pair(Timeline timeline, Tolling tolling, Subject subject) {
    var begins = timeline.matching(tolling.from(), subject);
    if (begins.isEmpty()) {
      return List.of();
    }
    var free = new ArrayList<>(timeline.matching(tolling.to(), subject));
    List<Span> spans = new ArrayList<>(begins.size());
    for (var begin : begins) {
      var end = endOf(begin, free);
      if (end != null) {
        free.remove(end);
      }
      spans.add(new Span(begin, end, tolling.names()));
    }
    return spans;
  }

  /** The end of the same subject goes before one that was posted on the case as a whole. */
  private static @Nullable CaseEvent endOf(CaseEvent begin, List<CaseEvent> free) {
    CaseEvent ofTheCase = null;
    for (var end : free) {
      if (!end.occurredAt().isBefore(begin.occurredAt())) {
        if (end.subject().equals(begin.subject())) {
          return end;
        }
        var isGeneral = end.subject().isCase() || begin.subject().isCase();
        ofTheCase = ofTheCase == null && isGeneral ? end : ofTheCase;
      }
    }
    return ofTheCase;
  }

  /** Whether any of it may fall after an instant: it lasts still, or ended or began later. */
  boolean lastsAfter(Instant instant) {
    return to == null || to.occurredAt().isAfter(instant) || !from.occurredAt().isBefore(instant);
  }
}
