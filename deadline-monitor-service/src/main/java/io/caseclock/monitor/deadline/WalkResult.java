package io.caseclock.monitor.deadline;

import io.caseclock.contract.EventId;
import io.caseclock.monitor.period.Period;
import io.caseclock.monitor.period.PeriodEnd;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a period.
 *
 * @param period as it stands in the end
 * @param first where it ended before anything happened to it
 * @param end where it ends
 * @param steps what happened to it, in the order of its effect
 * @param pausedSince first day of the span that still lasts; null where none does
 * @param ledger how long it stood still
 */
record WalkResult(
    Period period,
    PeriodEnd first,
    PeriodEnd end,
    List<PeriodStep> steps,
    @Nullable LocalDate pausedSince,
    ClockLedger ledger) {

  boolean isPaused() {
    return pausedSince != null;
  }

  /** Every event that moved it. */
  Stream<EventId> contributors() {
    return steps.stream().flatMap(step -> step.contributors().stream());
  }

  /** The approvals that moved nothing. */
  List<RefusedExtension> refused() {
    return steps.stream()
        .filter(PeriodStep.Refused.class::isInstance)
        .map(PeriodStep.Refused.class::cast)
        .map(step -> new RefusedExtension(step.approval().eventId(), step.reason()))
        .toList();
  }
}
