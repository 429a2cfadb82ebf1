package io.caseclock.monitor.timeline;

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
public record Span(CaseEvent from, @Nullable CaseEvent to, Names names) {

  /** Pairs each beginning with the first end after it that belongs to it; each end once. */
  static List<Span> pair(Timeline timeline, Tolling tolling, Subject subject) {
    var begins = timeline.matching(tolling.from(), subject);
    if (begins.isEmpty()) {
      return List.of();
    }
    var free = new UnpairedEnds(timeline.matching(tolling.to(), subject));
    List<Span> spans = new ArrayList<>(begins.size());
    for (var begin : begins) {
      spans.add(new Span(begin, free.takeFor(begin), tolling.names()));
    }
    return spans;
  }

  /** Whether any of it may fall after an instant: it lasts still, or ended or began later. */
  public boolean lastsAfter(Instant instant) {
    return to == null || to.occurredAt().isAfter(instant) || !from.occurredAt().isBefore(instant);
  }
}
