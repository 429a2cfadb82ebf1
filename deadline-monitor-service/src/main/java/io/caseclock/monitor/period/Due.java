package io.caseclock.monitor.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When something is due.
 *
 * @param at for periods in days, the first instant after the last lawful day; for periods to the
 *     hour, the last lawful instant itself
 * @param on the last lawful day, inclusive, in the pack's zone
 * @param exact true where {@code at} itself is still in time
 * @param provisional true where it rests on a day whose year has no final notice yet
 */
public record Due(Instant at, LocalDate on, boolean exact, boolean provisional) {

  /** The smallest step that the storage can tell apart. */
  private static final Duration TICK = Duration.ofNanos(1_000);

  /** The first instant at which it is late. */
  public Instant lateFrom() {
    return exact ? at.plus(TICK) : at;
  }

  public boolean isPassedAt(Instant now) {
    return !now.isBefore(lateFrom());
  }
}
