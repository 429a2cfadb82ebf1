package io.caseclock.monitor.watch;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.law.Law;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which closed deadlines a new law or calendar leaves alone. A deadline that is over was judged by
 * the law of its day; only an event about the time before its end can still correct it.
 */
final class Frozen {

  private final Law law;
  private final List<Instant> touched;

  /**
   * @param arrived the events that are new
   * @param all every event of the case, to find what a withdrawal takes back
   */
  Frozen(Law law, List<CaseEvent> arrived, List<CaseEvent> all) {
    this.law = law;
    this.touched = arrived.stream().map(event -> effectiveAt(event, all)).toList();
  }

  boolean holds(StoredDeadline deadline) {
    var end = deadline.endedAt();
    return !deadline.phase().isOpen()
        && end != null
        && isOfAnotherLaw(deadline)
        && touched.stream().noneMatch(at -> !at.isAfter(end));
  }

  private boolean isOfAnotherLaw(StoredDeadline deadline) {
    return law.inForce(deadline.packId())
        .filter(pack -> pack.pack().version().equals(deadline.packVersion()))
        .filter(pack -> pack.calendar().version().equals(deadline.calendarVersion()))
        .isEmpty();
  }

  /** A withdrawal reaches back to what it withdraws. */
  private static Instant effectiveAt(CaseEvent event, List<CaseEvent> all) {
    if (!event.type().equals(BuiltInTypes.EVENT_WITHDRAWN)) {
      return event.occurredAt();
    }
    var target =
        new EventId(
            event.text("source").orElse(event.eventId().source()), event.text("id").orElse("-"));
    return all.stream()
        .filter(other -> Objects.equals(other.eventId(), target))
        .map(CaseEvent::occurredAt)
        .findFirst()
        .orElse(event.occurredAt());
  }
}
