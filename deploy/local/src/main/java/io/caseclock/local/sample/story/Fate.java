package io.caseclock.local.sample.story;

import java.time.Duration;
import java.time.Instant;

/** What is meant to become of a history. */
public enum Fate {
  /** Runs its course; what is still open now is not late. */
  SMOOTH,
  /** One step was due lately and is not done. */
  NEGLECTED,
  /** One step was late on a Monday and has been done since, before the next. */
  MENDED,
  /** One step is due soon, its warning has come, and it is not done. */
  PRESSED;

  /** A breach is at least this old, so that rough holidays do not undo it. */
  private static final Duration SURELY = Duration.ofHours(3);

  /** Whether a step that may take {@code limit} since {@code since} is the one left undone. */
  boolean stalls(Limit limit, Instant since, Instant now, Dice dice) {
    return switch (this) {
      case SMOOTH -> false;
      case NEGLECTED -> isLatelyDue(limit, since, now) && dice.chance(share(limit));
      case MENDED -> isDueBeforeMonday(limit, since, now) && dice.chance(share(limit));
      case PRESSED -> isSoonDue(limit, since, now) && dice.chance(share(limit));
    };
  }

  /** Not every step that could stall does: it is the long ones that are forgotten. */
  private static double share(Limit limit) {
    if (limit.isInHours()) {
      return 0.15;
    }
    return limit.roughly().toDays() >= 20 ? 0.95 : 0.35;
  }

  private static boolean isLatelyDue(Limit limit, Instant since, Instant now) {
    var due = limit.latestDue(since);
    return due.isBefore(now.minus(SURELY)) && due.isAfter(now.minus(limit.neglect()));
  }

  private static boolean isDueBeforeMonday(Limit limit, Instant since, Instant now) {
    var monday = Rhythm.lastMonday(now);
    var due = limit.latestDue(since);
    return !limit.isGrave() && due.isBefore(monday) && due.isAfter(monday.minus(limit.neglect()));
  }

  private static boolean isSoonDue(Limit limit, Instant since, Instant now) {
    return limit.earliestDue(since).isAfter(now)
        && limit.latestDue(since).minus(limit.warning()).isBefore(now);
  }
}
