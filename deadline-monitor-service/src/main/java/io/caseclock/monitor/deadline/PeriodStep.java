package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.Extensions.Outcome;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.period.PeriodEnd;
import io.caseclock.monitor.timeline.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What one approval or span did to a period. */
sealed interface PeriodStep {

  /** The events that had a part in it; none where the period stayed as it was. */
  default List<EventId> contributors() {
    return List.of();
  }

  record Extended(CaseEvent approval, Outcome.Granted granted, PeriodEnd after)
      implements PeriodStep {
    @Override
    public List<EventId> contributors() {
      return List.of(approval.eventId());
    }
  }

  /**
   * @param before the due instant that it did not move
   */
  record Refused(CaseEvent approval, Reason reason, Due before) implements PeriodStep {}

  /**
   * The days after {@code from}, up to and including {@code to}, do not count; the same day twice
   * where they were left out already.
   */
  record DaysLeftOut(
      Span span, List<EventId> contributors, LocalDate from, LocalDate to, PeriodEnd after)
      implements PeriodStep {}

  /** The same of a period in hours. */
  record TimeLeftOut(
      Span span, List<EventId> contributors, Instant from, Instant to, PeriodEnd after)
      implements PeriodStep {}

  /** The span lasts still. */
  record Paused(Span span, LocalDate since) implements PeriodStep {
    @Override
    public List<EventId> contributors() {
      return List.of(span.from().eventId());
    }
  }

  /** The span began after the last day, as it then stood. */
  record TooLate(Span span, Instant since, Due before) implements PeriodStep {}
}
