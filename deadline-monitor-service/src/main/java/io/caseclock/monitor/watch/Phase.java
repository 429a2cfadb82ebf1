package io.caseclock.monitor.watch;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Words;
import io.caseclock.monitor.deadline.DeadlineState;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a deadline's state. Whether an open one is overdue is never stored; it follows
 * from its due instant and now, so it cannot go stale.
 */
public enum Phase {
  RUNNING,
  PAUSED,
  MET,
  MET_LATE,
  TOO_EARLY,
  CANCELLED;

  static Phase of(DeadlineState state) {
    return switch (state) {
      case DeadlineState.Running running -> RUNNING;
      case DeadlineState.Breached breached -> RUNNING;
      case DeadlineState.Paused paused -> PAUSED;
      case DeadlineState.Met met -> MET;
      case DeadlineState.MetLate late -> MET_LATE;
      case DeadlineState.TooEarly early -> TOO_EARLY;
      case DeadlineState.Cancelled cancelled -> CANCELLED;
    };
  }

  public String wire() {
    return Words.of(this);
  }

  public static Phase ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public boolean isOpen() {
    return this == RUNNING || this == PAUSED;
  }

  /** How it stands now, given the first instant at which it is late. */
  public DeadlineStatus statusAt(Instant now, @Nullable Instant lateFrom) {
    return switch (this) {
      case RUNNING ->
          lateFrom != null && !now.isBefore(lateFrom)
              ? DeadlineStatus.BREACHED
              : DeadlineStatus.RUNNING;
      case PAUSED -> DeadlineStatus.PAUSED;
      case MET -> DeadlineStatus.MET;
      case MET_LATE -> DeadlineStatus.MET_LATE;
      case TOO_EARLY -> DeadlineStatus.BREACHED;
      case CANCELLED -> DeadlineStatus.CANCELLED;
    };
  }
}
