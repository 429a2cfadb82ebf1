package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.timeline.Span;
import java.time.Instant;
import java.util.Comparator;

/** Something that may move the end of a period. */
sealed interface PeriodChange {

  /** By the time from which each matters; of what begins together, spans before approvals. */
  Comparator<PeriodChange> BY_TIME =
      Comparator.comparing(PeriodChange::at)
          .thenComparing(change -> change instanceof Approval ? 1 : 0)
          .thenComparing(change -> change.event().eventId());

  CaseEvent event();

  Instant at();

  /** An approved extension. */
  record Approval(CaseEvent event) implements PeriodChange {
    @Override
    public Instant at() {
      return event.occurredAt();
    }
  }

  /**
   * A span that does not count.
   *
   * @param at when it began to matter: its beginning, or the start of the period where it was under
   *     way by then
   */
  record Suspension(Span span, Instant at) implements PeriodChange {
    @Override
    public CaseEvent event() {
      return span.from();
    }
  }
}
