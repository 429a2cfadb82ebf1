package io.caseclock.intake.source;

import org.jspecify.annotations.Nullable;

/**
 * What a single client may send where an administrator has set less than what all may.
 *
 * @param eventsPerDay how many of its events are accepted on one day, 1 to {@link #MOST_A_DAY};
 *     null where there is no quota
 * @param eventsPerSecond what it may send to one replica for ever, each second, at least 1; null
 *     where the rate of all clients holds
 */
public record ClientLimits(@Nullable Long eventsPerDay, @Nullable Long eventsPerSecond) {

  /** The largest quota. */
  public static final long MOST_A_DAY = 100_000_000;

  /** As for all other clients. */
  public static final ClientLimits NONE = new ClientLimits(null, null);

  public ClientLimits {
    if (eventsPerDay != null && (eventsPerDay < 1 || eventsPerDay > MOST_A_DAY)) {
      throw new IllegalArgumentException("a quota is 1 to " + MOST_A_DAY + " events a day");
    }
    if (eventsPerSecond != null && eventsPerSecond < 1) {
      throw new IllegalArgumentException("a rate is at least 1 event a second");
    }
  }
}
