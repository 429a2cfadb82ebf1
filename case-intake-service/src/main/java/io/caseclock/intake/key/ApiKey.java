package io.caseclock.intake.key;

import io.caseclock.access.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a key opens.
 *
 * @param id 16 hexadecimal digits; no secret
 * @param kind of what opens it
 * @param client as whom it posts: its registered sources, its share, its entries in the journal
 * @param units for whose subtrees it posts, one at a time: the first where a request names none; 1
 *     to {@link #MOST_UNITS}
 * @param types of events that it may post; empty where all
 * @param createdBy the administrator
 * @param endsAt from when on it opens nothing; null where nobody said
 * @param lastUsedAt up to a minute behind; null before the first time
 */
public record ApiKey(
    String id,
    KeyKind kind,
    String client,
    List<String> units,
    Set<String> types,
    String createdBy,
    Instant createdAt,
    @Nullable Instant endsAt,
    @Nullable Instant lastUsedAt) {

  /** As many as the claim of a token may have. */
  public static final int MOST_UNITS = Caller.MOST_UNITS;

  public ApiKey {
    units = List.copyOf(units);
    types = Set.copyOf(types);
    if (units.isEmpty() || units.size() > MOST_UNITS) {
      throw new IllegalArgumentException("a key has 1 to " + MOST_UNITS + " units");
    }
  }

  /** The one that it acts in where a request names none. */
  public String firstUnit() {
    return units.getFirst();
  }

  /** Those beside the first. */
  public List<String> furtherUnits() {
    return units.subList(1, units.size());
  }
}
