package io.caseclock.wiring;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a setting may be that says how long data is kept. */
public final class RetentionBounds {

  /** Half a year, which the law on cybersecurity asks of logs at least. */
  private static final Duration SHORTEST = Duration.ofDays(184);

  /** A hundred years: nobody means more, and the database knows no instant that is much older. */
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private RetentionBounds() {}

  /**
   * The duration, where it lies within the bounds, inclusive.
   *
   * @param setting names it where it is refused
   */
  public static Duration checked(String setting, Duration retention) {
    if (retention.compareTo(SHORTEST) < 0 || retention.compareTo(LONGEST) > 0) {
      throw Setting.refused(
          setting,
          "is at least %d days and at most %d, not %s"
              .formatted(SHORTEST.toDays(), LONGEST.toDays(), retention));
    }
    return retention;
  }

  /**
   * The same of a setting that may be absent.
   *
   * @return null where it is, which is for ever
   */
  public static @Nullable Duration checked(String setting, Optional<Duration> retention) {
    return retention.map(duration -> checked(setting, duration)).orElse(null);
  }
}
