package io.caseclock.pack;

import io.caseclock.pack.Lead.Elapsed;
import io.caseclock.pack.Lead.WorkingDays;
import io.caseclock.pack.Lead.WorkingHours;
import io.caseclock.time.Backoff;
import java.time.Duration;

/**
 * How the last step of a route is said again: the time between doubles and is never longer than
 * {@code longest}, which counts in the same unit.
 *
 * @param times how often, then never again
 */
public record Repeat(Lead every, Lead longest, int times) {

  /** The most that anything is repeated. */
  public static final int MOST = 99;

  /** Refuses what would repeat without end or at once, and two units. */
  public Repeat {
    if (Route.checked(every).roughly().isZero()) {
      throw new IllegalArgumentException("a repetition needs time between: not " + every);
    }
    if (!every.getClass().equals(longest.getClass())) {
      throw new IllegalArgumentException(
          "the times of a repetition count in one unit: not " + every + " and " + longest);
    }
    if (Route.checked(longest).roughly().compareTo(every.roughly()) < 0) {
      throw new IllegalArgumentException(
          "the longest time between repetitions is at least the first one: not " + longest);
    }
    if (times < 1 || times > MOST) {
      throw new IllegalArgumentException("a repetition is said 1 to 99 times, not " + times);
    }
  }

  /** A repetition in elapsed time. */
  public Repeat(Duration every, Duration longest, int times) {
    this(Lead.of(every), Lead.of(longest), times);
  }

  /** The time before the n-th repetition, counted from one. */
  public Lead before(int repetition) {
    return switch (every) {
      case Elapsed first ->
          new Elapsed(new Backoff(first.length(), longest.roughly()).after(repetition));
      case WorkingDays first ->
          new WorkingDays(doubled(first.days(), ((WorkingDays) longest).days(), repetition));
      case WorkingHours first ->
          new WorkingHours(doubled(first.hours(), ((WorkingHours) longest).hours(), repetition));
    };
  }

  private static int doubled(int first, int longest, int repetition) {
    var amount = first;
    for (var n = 1; n < repetition && amount < longest; n++) {
      amount *= 2;
    }
    return Math.min(amount, longest);
  }
}
