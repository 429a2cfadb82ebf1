package io.caseclock.monitor.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When what is asked for is due; null means any time. What has no due instant is in no span.
 *
 * @param from the first due instant, inclusive
 * @param before where the due instants end, exclusive
 * @param firstOn the first due day, inclusive: the last lawful day in the pack's zone
 * @param lastOn the last due day, inclusive
 * @param overdue whether only what is open and late by now is meant
 */
public record DueSpan(
    @Nullable Instant from,
    @Nullable Instant before,
    @Nullable LocalDate firstOn,
    @Nullable LocalDate lastOn,
    boolean overdue) {

  /** At any time, or at none. */
  public static final DueSpan ANY = new DueSpan(null, null, null, null, false);

  /** What lies in both, of which the other says days alone. */
  public DueSpan and(DueSpan days) {
    return new DueSpan(
        from,
        before,
        latest(firstOn, days.firstOn),
        earliest(lastOn, days.lastOn),
        overdue || days.overdue);
  }

  private static @Nullable LocalDate latest(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
