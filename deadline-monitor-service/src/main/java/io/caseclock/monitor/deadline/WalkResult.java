package io.caseclock.monitor.deadline;

import io.caseclock.monitor.period.Period;
import io.caseclock.monitor.period.PeriodEnd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  /** A period that nothing happened to. */
  static WalkResult unchanged(Period period) {
    var end = period.end();
    return new WalkResult(period, end, end, List.of(), null, ClockLedger.NONE);
  }

  boolean isPaused() {
    return pausedSince != null;
  }

  /** The approvals that moved nothing. */
  List<RefusedExtension> refused() {
    if (steps.isEmpty()) {
      return List.of();
    }
    List<RefusedExtension> refused = new ArrayList<>(0);
    for (var step : steps) {
      if (step instanceof PeriodStep.Refused one) {
        refused.add(new RefusedExtension(one.approval().eventId(), one.reason()));
      }
    }
    return refused;
  }
}
