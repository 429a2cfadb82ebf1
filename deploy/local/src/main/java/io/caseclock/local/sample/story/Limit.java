package io.caseclock.local.sample.story;

import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody has for a step. It places acts before or after their due instants and decides
 * nothing: the rules stand in the pack.
 *
 * @param isGrave whether a person's liberty hangs on it, so that nobody lets it lie
 */
public record Limit(Count count, int amount, boolean isGrave) {

  /** What is counted. */
  public enum Count {
    HOURS,
    DAYS,
    WORKING_DAYS
  }

  public static Limit hours(int amount) {
    return new Limit(Count.HOURS, amount, false);
  }

  /** Calendar days, the first not counted. */
  public static Limit days(int amount) {
    return new Limit(Count.DAYS, amount, false);
  }

  /** Working days, the first not counted. */
  public static Limit workingDays(int amount) {
    return new Limit(Count.WORKING_DAYS, amount, false);
  }

  public Limit grave() {
    return new Limit(count, amount, true);
  }

  public boolean isInHours() {
    return count == Count.HOURS;
  }

  /** The due instant where no last day moves. */
  public Instant earliestDue(Instant since) {
    var day = Rhythm.dayOf(since);
    return switch (count) {
      case HOURS -> since.plus(Duration.ofHours(amount));
      case DAYS -> Rhythm.startOf(day.plusDays(amount + 1L));
      case WORKING_DAYS -> Rhythm.startOf(Rhythm.plusWorkingDays(day, amount).plusDays(1));
    };
  }

  /** The due instant where a last day off moves to the next working day. */
  public Instant latestDue(Instant since) {
    return count == Count.DAYS
        ? Rhythm.startOf(Rhythm.nextWorkingDay(Rhythm.dayOf(since).plusDays(amount)).plusDays(1))
        : earliestDue(since);
  }

  /** How long before the due instant the first warning comes. */
  Duration warning() {
    var roughly = roughly();
    if (roughly.toHours() <= 12) {
      return Duration.ofHours(2);
    }
    if (roughly.toHours() <= 48) {
      return Duration.ofHours(6);
    }
    if (roughly.toDays() <= 7) {
      return Duration.ofDays(1);
    }
    return roughly.toDays() <= 30 ? Duration.ofDays(7) : Duration.ofDays(15);
  }

  /** How long a neglected step may plausibly lie; never beyond eighteen days. */
  Duration neglect() {
    if (isGrave) {
      return Duration.ofHours(10);
    }
    var hours = roughly().toHours() * (isInHours() ? 6 : 3);
    return Duration.ofHours(Math.clamp(hours, 24, 18 * 24));
  }

  Duration roughly() {
    return switch (count) {
      case HOURS -> Duration.ofHours(amount);
      case DAYS -> Duration.ofDays(amount);
      case WORKING_DAYS -> Duration.ofHours(36L * amount);
    };
  }
}
