package io.caseclock.monitor.deadline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the clock of a deadline did: how long it stood still, and whether it was prolonged.
 *
 * @param excluded how long it stood still since it started, by spans that are over; stretches that
 *     overlap count once
 * @param pausedAt since when it stands still; null while it runs and once it has ended
 */
public record ClockLedger(boolean extended, Duration excluded, @Nullable Instant pausedAt) {

  /** Of a clock that never stood still. */
  static final ClockLedger NONE = new ClockLedger(false, Duration.ZERO, null);
}
