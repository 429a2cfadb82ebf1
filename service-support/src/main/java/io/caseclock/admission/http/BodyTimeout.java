package io.caseclock.admission.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How slowly a body may come.
 *
 * @param within how long any body may take
 * @param slowest bytes a second; a body may take longer by its size at this pace
 * @param silence how long no byte of it may come
 * @param patience how long a whole body waits for its turn
 * @param nanos a clock that never goes back
 */
public record BodyTimeout(
    Duration within, long slowest, Duration silence, Duration patience, LongSupplier nanos) {

  /** The last instant of the clock at which a body of that size that begins now may end. */
  long deadline(long size) {
    return nanos.getAsLong() + within.plus(Duration.ofMillis(size * 1_000 / slowest)).toNanos();
  }

  /** For how many nanoseconds the next byte is waited for, where the body ends by the deadline. */
  long patience(long deadline) {
    return Math.min(silence.toNanos(), Math.max(0, deadline - nanos.getAsLong()));
  }

  boolean isOver(long deadline) {
    return nanos.getAsLong() - deadline > 0;
  }
}
