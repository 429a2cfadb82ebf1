package io.caseclock.monitor.level;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which setting of a case's level somebody has seen.
 *
 * @param at when it was set; null where none was
 */
public record SeenLevel(@Nullable Instant at) {

  /** Whether it is what holds, to the microsecond, as settings are kept. */
  public boolean is(Optional<SetLevel> present) {
    return micros(Optional.ofNullable(at)).equals(micros(present.map(SetLevel::at)));
  }

  private static Optional<Instant> micros(Optional<Instant> at) {
    return at.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
  }
}
