package io.caseclock.monitor.report;

import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.NoEffect;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * That the contents of a case were deleted, kept long enough.
 *
 * @param at when
 * @param later the events that came after that, and were never evaluated
 */
public record DeletedContents(Instant at, Set<EventId> later) {

  public DeletedContents {
    later = Set.copyOf(later);
  }

  /** Why an event of the case changed nothing. */
  public NoEffect why(EventId event) {
    var reason = later.contains(event) ? Reason.CAME_AFTER_DELETION : Reason.CONTENTS_DELETED;
    return new NoEffect(reason, List.of(), "");
  }
}
