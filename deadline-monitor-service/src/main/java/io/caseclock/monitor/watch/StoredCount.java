package io.caseclock.monitor.watch;

import io.caseclock.monitor.count.LateCause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the statistics need to know of a kept deadline.
 *
 * @param on the legal day, in the pack's zone, to which it counts: its due day, or the day on which
 *     it was cut short, or cancelled before it was late; null while it is paused, and where nothing
 *     calls for it any more
 * @param warned whether a warning was told before it was due
 * @param excluded how long its clock stood still since it started
 * @param pausedAt since when its clock stands still; null while it runs and once it has ended
 * @param lateCause why a timely act was entered late; null where none was
 */
public record StoredCount(
    @Nullable LocalDate on,
    boolean extended,
    boolean warned,
    Duration excluded,
    @Nullable Instant pausedAt,
    @Nullable LateCause lateCause) {

  StoredCount asWarned() {
    return new StoredCount(on, extended, true, excluded, pausedAt, lateCause);
  }

  StoredCount nowhere() {
    return new StoredCount(null, extended, warned, excluded, null, null);
  }

  StoredCount enteredLate(LateCause cause) {
    return new StoredCount(on, extended, warned, excluded, pausedAt, cause);
  }

  /** How long its clock has run: since the start, without what did not count. */
  Duration ageAt(Instant startedAt, Instant until) {
    var end = pausedAt == null ? until : pausedAt;
    var age = Duration.between(startedAt, end).minus(excluded);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
