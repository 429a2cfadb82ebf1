package io.caseclock.pack;

import io.caseclock.time.Backoff;
import java.time.Duration;

/**
 * How the last step of a route is said again: the time between doubles and is never longer than
 * {@code longest}.
 *
 * @param times how often, then never again
 */
public record Repeat(Duration every, Duration longest, int times) {

  /** The most that anything is repeated. */
  public static final int MOST = 99;

  /** Refuses what would repeat without end or at once. */
  public Repeat {
    if (Route.checked(every).isZero()) {
      throw new IllegalArgumentException("a repetition needs time between: not " + every);
    }
    if (Route.checked(longest).compareTo(every) < 0) {
      throw new IllegalArgumentException(
          "the longest time between repetitions is at least the first one: not " + longest);
    }
    if (times < 1 || times > MOST) {
      throw new IllegalArgumentException("a repetition is said 1 to 99 times, not " + times);
    }
  }

  /** The time before the n-th repetition, counted from one. */
  public Duration before(int repetition) {
    return new Backoff(every, longest).after(repetition);
  }
}
