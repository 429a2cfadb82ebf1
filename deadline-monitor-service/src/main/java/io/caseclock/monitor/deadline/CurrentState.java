package io.caseclock.monitor.deadline;

import io.caseclock.monitor.period.Due;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a deadline stands, once its due instant and its end are known. */
final class CurrentState {

  static DeadlineState of(Computation computation, WalkResult walked) {
    var ending = computation.ending();
    var pausedSince = walked.pausedSince();
    var due = walked.end().due();
    var cancel = ending.cancel();
    if (cancel != null) {
      var hadEnded = hadEnded(computation.rule(), due, cancel.occurredAt());
      return hadEnded
          ? endedByItself(computation.rule(), due)
          : new DeadlineState.Cancelled(cancel.occurredAt(), cancel.eventId(), due);
    }
    var done = ending.at();
    if (done == null && pausedSince != null) {
      return new DeadlineState.Paused(pausedSince);
    }
    return computation.rule().bound() == Bound.MINIMUM
        ? fromBelow(computation, due, done)
        : fromAbove(computation, due, done);
  }

  /** Whether it was over by then without anybody's act: as a right that lapsed, or by running. */
  private static boolean hadEnded(Rule rule, Due due, Instant at) {
    return rule.bound() == Bound.MINIMUM
        ? !at.isBefore(due.at())
        : rule.lapses() && due.isPassedAt(at);
  }

  private static DeadlineState endedByItself(Rule rule, Due due) {
    return rule.bound() == Bound.MINIMUM
        ? new DeadlineState.Met(due, due.at())
        : new DeadlineState.Lapsed(due);
  }

  private static DeadlineState fromAbove(Computation computation, Due due, @Nullable Instant done) {
    if (done != null) {
      if (computation.rule().lapses() && due.isPassedAt(done)) {
        return new DeadlineState.Lapsed(due);
      }
      return due.isPassedAt(done)
          ? new DeadlineState.MetLate(due, done)
          : new DeadlineState.Met(due, done);
    }
    if (!due.isPassedAt(computation.evaluation().now())) {
      return new DeadlineState.Running(due);
    }
    return computation.rule().lapses()
        ? new DeadlineState.Lapsed(due)
        : new DeadlineState.Breached(due);
  }

  /**
   * A minimum period is met by running out; acting before cuts it short, and nothing mends that.
   */
  private static DeadlineState fromBelow(Computation computation, Due due, @Nullable Instant done) {
    if (done != null && done.isBefore(due.at())) {
      return isKept(computation, due, done)
          ? new DeadlineState.Met(due, done)
          : new DeadlineState.CutShort(due, done);
    }
    return computation.evaluation().now().isBefore(due.at())
        ? new DeadlineState.Running(due)
        : new DeadlineState.Met(due, due.at());
  }

  /**
   * A period of days is kept by an act on its last day, one to the hour only by its last instant.
   */
  private static boolean isKept(Computation computation, Due due, Instant done) {
    return !due.exact() && !computation.evaluation().dayOf(done).isBefore(due.on());
  }

  private CurrentState() {}
}
