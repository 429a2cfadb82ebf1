package io.caseclock.monitor.watch;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.law.Law;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which closed deadlines a new law or calendar leaves alone. A deadline that is over was judged by
 * the law of its day; only an event about the time before its end can still correct it.
 */
final class SettledDeadlines {

  private final Law law;
  private final @Nullable Instant touchedFrom;

  /**
   * @param arrived the events that are new
   * @param all every event of the case, to find what a withdrawal takes back
   */
  SettledDeadlines(Law law, List<CaseEvent> arrived, List<CaseEvent> all) {
    this.law = law;
    this.touchedFrom = touchedFrom(arrived, all);
  }

  boolean contains(StoredDeadline deadline) {
    var end = deadline.endedAt();
    return !deadline.phase().isOpen()
        && end != null
        && isOfAnotherLaw(deadline)
        && (touchedFrom == null || touchedFrom.isAfter(end));
  }

  private boolean isOfAnotherLaw(StoredDeadline deadline) {
    return law.inForce(deadline.rule().pack())
        .filter(pack -> pack.pack().version().equals(deadline.rule().packVersion()))
        .filter(pack -> pack.calendar().version().equals(deadline.calendarVersion()))
        .isEmpty();
  }

  /** The earliest instant that the new events are about; null where none is new. */
  private static @Nullable Instant touchedFrom(List<CaseEvent> arrived, List<CaseEvent> all) {
    Map<EventId, Instant> known = new HashMap<>();
    if (arrived.stream().anyMatch(event -> event.type().equals(BuiltInTypes.EVENT_WITHDRAWN))) {
      all.forEach(event -> known.putIfAbsent(event.eventId(), event.occurredAt()));
    }
    return arrived.stream()
        .map(event -> effectiveAt(event, known))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** A withdrawal reaches back to what it withdraws. */
  private static Instant effectiveAt(CaseEvent event, Map<EventId, Instant> known) {
    if (!event.type().equals(BuiltInTypes.EVENT_WITHDRAWN)) {
      return event.occurredAt();
    }
    var target =
        new EventId(
            event.text("source").orElse(event.eventId().source()), event.text("id").orElse("-"));
    return known.getOrDefault(target, event.occurredAt());
  }
}
