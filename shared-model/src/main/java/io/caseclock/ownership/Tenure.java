package io.caseclock.ownership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span in which a case belonged to one unit.
 *
 * @param officer who handles it there; null where nobody was named
 * @param unitPath ids from the root down to the unit; null where it was not known, and then only
 *     the unit itself is known to stand above the case
 * @param from inclusive; {@link Instant#MIN} for whoever opened the case, since what happened
 *     before the opening is theirs as well
 * @param until exclusive; {@link Instant#MAX} for the present owner
 * @param knownFrom when the intake accepted what began it
 * @param provisional true while no event that opens a case has come
 */
public record Tenure(
    String unit,
    @Nullable String officer,
    @Nullable String unitPath,
    Instant from,
    Instant until,
    Instant knownFrom,
    boolean provisional) {

  /** Whether the case belonged to the unit at that instant. */
  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  public boolean isPresent() {
    return until.equals(Instant.MAX);
  }

  /** The path, or the unit alone where no path is known. */
  public String pathOrUnit() {
    return unitPath == null ? unit : unitPath;
  }

  Tenure endedAt(Instant end) {
    return new Tenure(unit, officer, unitPath, from, end, knownFrom, provisional);
  }
}
