package io.caseclock.local.secondengine;

import io.caseclock.contract.CaseEvent;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a period ended.
 *
 * @param by null while nothing has ended it
 * @param until when it ended, or now
 */
record NaiveEnd(@Nullable CaseEvent by, boolean isCancelled, Instant until) {

  /** By the first act or cancellation, whichever came first; of the same instant, by the act. */
  static NaiveEnd of(Rule rule, NaiveFile file, CaseEvent start, Instant now) {
    var since =
        rule.direction() == Direction.BACKWARD
            ? lastCancelledBefore(rule, file, start)
            : start.occurredAt();
    CaseEvent done = null;
    CaseEvent cancelled = null;
    for (var event : file.events()) {
      if (done == null && isAct(rule, file, event, start) && !event.occurredAt().isBefore(since)) {
        done = event;
      }
      if (cancelled == null && isCancellation(rule, event, start)) {
        cancelled = event;
      }
    }
    return firstOf(done, cancelled, now);
  }

  /** An act that is itself the start of a next period ends none that began after it. */
  private static boolean isAct(Rule rule, NaiveFile file, CaseEvent event, CaseEvent start) {
    return NaiveFile.isAny(rule.stops(), event, start.subject())
        && !(event.type().equals(start.type()) && !file.isBefore(start, event));
  }

  private static boolean isCancellation(Rule rule, CaseEvent event, CaseEvent start) {
    return NaiveFile.isAny(rule.cancels(), event, start.subject())
        && !event.occurredAt().isBefore(start.occurredAt());
  }

  /** An act for a named day may come before the day is named, not before a cancellation. */
  private static Instant lastCancelledBefore(Rule rule, NaiveFile file, CaseEvent start) {
    var last = Instant.MIN;
    for (var event : file.events()) {
      if (file.isBefore(event, start) && NaiveFile.isAny(rule.cancels(), event, start.subject())) {
        last = event.occurredAt();
      }
    }
    return last;
  }

  private static NaiveEnd firstOf(
      @Nullable CaseEvent done, @Nullable CaseEvent cancelled, Instant now) {
    if (done != null
        && (cancelled == null || !cancelled.occurredAt().isBefore(done.occurredAt()))) {
      return new NaiveEnd(done, false, done.occurredAt());
    }
    return cancelled == null
        ? new NaiveEnd(null, false, now)
        : new NaiveEnd(cancelled, true, cancelled.occurredAt());
  }
}
