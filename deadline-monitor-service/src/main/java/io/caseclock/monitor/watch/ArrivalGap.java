package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long after another event of its case one was accepted that had happened by then: it was on
 * its way.
 */
public record ArrivalGap(String source, Duration gap) {

  /**
   * The gaps of what arrived; none for history, and for what CaseClock itself adds.
   *
   * @param all the events of the case, the new ones among them
   */
  static List<ArrivalGap> of(Collection<CaseEvent> all, List<CaseEvent> arrived) {
    Set<EventId> fresh = new HashSet<>();
    arrived.forEach(event -> fresh.add(event.eventId()));
    @Nullable Instant before =
        all.stream()
            .filter(event -> !fresh.contains(event.eventId()) && teaches(event))
            .map(CaseEvent::acceptedAt)
            .max(Comparator.naturalOrder())
            .orElse(null);
    List<ArrivalGap> gaps = new ArrayList<>();
    for (var event : inOrder(arrived)) {
      if (before != null && event.occurredAt().isBefore(before)) {
        var gap = Duration.between(before, event.acceptedAt());
        gaps.add(new ArrivalGap(event.eventId().source(), gap.isNegative() ? Duration.ZERO : gap));
      }
      before = before == null ? event.acceptedAt() : RestOfCase.later(before, event.acceptedAt());
    }
    return gaps;
  }

  private static List<CaseEvent> inOrder(List<CaseEvent> arrived) {
    return arrived.stream()
        .filter(ArrivalGap::teaches)
        .sorted(Comparator.comparing(CaseEvent::acceptedAt).thenComparing(CaseEvent::eventId))
        .toList();
  }

  private static boolean teaches(CaseEvent event) {
    return event.historyUntil() == null && !event.eventId().isOurs();
  }
}
