package io.caseclock.time;

import java.time.Duration;

/**
 * How long to wait after failures in a row: each pause is twice the one before, up to a bound.
 *
 * @param first the pause after the first failure; longer than zero
 * @param longest no pause is longer; at least the first one
 */
public record Backoff(Duration first, Duration longest) {

  /** Refuses what would try again at once. */
  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a first pause is longer than zero and not longer than the longest: not %s, %s"
              .formatted(first, longest));
    }
  }

  /**
   * The pause after so many failures in a row; zero while nothing has failed.
   *
   * @param failures may be any number, however large
   */
  public Duration after(int failures) {
    if (failures < 1) {
      return Duration.ZERO;
    }
    var pause = first;
    for (var failed = 1; failed < failures; failed++) {
      if (pause.compareTo(longest.dividedBy(2)) > 0) {
        return longest;
      }
      pause = pause.multipliedBy(2);
    }
    return pause;
  }

  /**
   * The same pause and up to a quarter more, so that those who failed together do not all come back
   * at the same moment.
   *
   * @param jitter from 0 inclusive, which adds nothing, to 1 exclusive
   */
  public Duration afterWithJitter(int failures, double jitter) {
    var pause = after(failures);
    return pause.plusMillis((long) (pause.toMillis() * 0.25 * jitter));
  }
}
