package io.caseclock.monitor.deadline;

import io.caseclock.monitor.period.Due;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a deadline stands, once its due instant and its end are known. */
final class CurrentState {

  static DeadlineState of(Rule rule, Ending ending, WalkResult walked, Instant now) {
    var cancel = ending.cancel();
    if (cancel != null) {
      return new DeadlineState.Cancelled(cancel.occurredAt(), cancel.eventId());
    }
    var done = ending.at();
    var pausedSince = walked.pausedSince();
    if (done == null && pausedSince != null) {
      return new DeadlineState.Paused(pausedSince);
    }
    var due = walked.end().due();
    return rule.bound() == Bound.MINIMUM ? fromBelow(due, done, now) : fromAbove(due, done, now);
  }

  private static DeadlineState fromAbove(Due due, @Nullable Instant done, Instant now) {
    if (done != null) {
      return due.isPassedAt(done)
          ? new DeadlineState.MetLate(due, done)
          : new DeadlineState.Met(due, done);
    }
    return due.isPassedAt(now) ? new DeadlineState.Breached(due) : new DeadlineState.Running(due);
  }

  /** A minimum period is met by running out; acting before is a breach that nothing mends. */
  private static DeadlineState fromBelow(Due due, @Nullable Instant done, Instant now) {
    if (done != null && done.isBefore(due.at())) {
      return new DeadlineState.TooEarly(due, done);
    }
    return now.isBefore(due.at())
        ? new DeadlineState.Running(due)
        : new DeadlineState.Met(due, due.at());
  }

  private CurrentState() {}
}
