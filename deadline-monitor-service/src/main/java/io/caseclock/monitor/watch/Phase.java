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
  LAPSED,
  CUT_SHORT,
  CANCELLED;

  static Phase of(DeadlineState state) {
    return switch (state) {
      case DeadlineState.Running running -> RUNNING;
      case DeadlineState.Breached breached -> RUNNING;
      case DeadlineState.Paused paused -> PAUSED;
      case DeadlineState.Met met -> MET;
      case DeadlineState.MetLate late -> MET_LATE;
      case DeadlineState.Lapsed lapsed -> LAPSED;
      case DeadlineState.CutShort cut -> CUT_SHORT;
      case DeadlineState.Cancelled cancelled -> CANCELLED;
    };
  }

  public String wire() {
    return Words.of(this);
  }

  /**
   * Reads the word that is stored, also the one that former versions had for a cut-short period.
   */
  public static Phase ofWire(String text) {
    return text.equals("too-early")
        ? CUT_SHORT
        : valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
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
      case LAPSED -> DeadlineStatus.LAPSED;
      case CUT_SHORT -> DeadlineStatus.CUT_SHORT;
      case CANCELLED -> DeadlineStatus.CANCELLED;
    };
  }
}
