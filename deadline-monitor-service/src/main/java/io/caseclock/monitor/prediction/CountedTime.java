package io.caseclock.monitor.prediction;

import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one deadline, in seconds that count: what is paused does not. Ages of deadlines of
 * one rule are compared as they are, in absolute time: an act takes as long as it takes, whatever
 * was extended. Only the limit is each deadline's own.
 *
 * @param excluded the pauses that are over
 * @param pausedAt since when it stands still; null where it runs
 */
public record CountedTime(Instant startedAt, Duration excluded, @Nullable Instant pausedAt) {

  public static CountedTime of(StoredDeadline deadline) {
    var count = deadline.count();
    return new CountedTime(deadline.startedAt(), count.excluded(), count.pausedAt());
  }

  /** How old it is; what lies before its beginning is no age. */
  public long ageAt(Instant now) {
    return seconds(pausedAt == null ? now : pausedAt);
  }

  /** The age at which it is late. */
  public long limit(Instant lateFrom) {
    return seconds(lateFrom);
  }

  /** When it will have that age, if nothing pauses it. */
  public Instant whenAged(long age) {
    return startedAt.plus(excluded).plusSeconds(age);
  }

  private long seconds(Instant until) {
    return Math.max(0, Duration.between(startedAt, until).minus(excluded).toSeconds());
  }
}
