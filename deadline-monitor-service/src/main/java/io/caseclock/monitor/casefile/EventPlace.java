package io.caseclock.monitor.casefile;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import java.time.Instant;

/** A place among the events of a case, in the order in which they happened. */
public record EventPlace(Instant occurredAt, EventId id) {

  /** The place behind an event. */
  public static EventPlace behind(CaseEvent event) {
    return new EventPlace(event.occurredAt(), event.eventId());
  }
}
