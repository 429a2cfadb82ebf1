package io.caseclock.monitor.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a piece of work may still take, by a clock that nobody moves. */
public final class TimeLimit {

  /** The time is over; nothing was written by then. */
  public static final class OverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration allowed;

    OverException(Duration allowed) {
      super("the work took longer than " + allowed);
      this.allowed = allowed;
    }

    public Duration allowed() {
      return allowed;
    }
  }

  private final Duration allowed;
  private final LongSupplier nanos;
  private final long end;

  /**
   * @param nanos a counter that rises by one each nanosecond, from any start
   */
  public TimeLimit(Duration allowed, LongSupplier nanos) {
    this.allowed = allowed;
    this.nanos = nanos;
    this.end = nanos.getAsLong() + allowed.toNanos();
  }

  /** Returns at once, or ends the work with an {@link OverException}. */
  public void check() {
    if (nanos.getAsLong() - end > 0) {
      throw new OverException(allowed);
    }
  }
}
