package io.caseclock.intake.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a key opens.
 *
 * @param id 16 hexadecimal digits; no secret
 * @param kind of what opens it
 * @param client as whom it posts: its registered sources, its share, its entries in the journal
 * @param unit for whose subtree it posts
 * @param types of events that it may post; empty where all
 * @param createdBy the administrator
 * @param endsAt from when on it opens nothing; null where nobody said
 * @param lastUsedAt up to a minute behind; null before the first time
 */
public record ApiKey(
    String id,
    KeyKind kind,
    String client,
    String unit,
    Set<String> types,
    String createdBy,
    Instant createdAt,
    @Nullable Instant endsAt,
    @Nullable Instant lastUsedAt) {

  public ApiKey {
    types = Set.copyOf(types);
  }
}
