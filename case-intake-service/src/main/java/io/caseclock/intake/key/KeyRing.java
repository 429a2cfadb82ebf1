package io.caseclock.intake.key;

import io.caseclock.intake.key.ApiKeys.Opened;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that hold, as they were a moment ago: an id that nobody made costs no question to the
 * database, however often it is tried, and a key that another replica has revoked opens nothing
 * after ten seconds. For several threads.
 */
public final class KeyRing {

  /** How long a key that was revoked elsewhere still opens at most. */
  public static final Duration FRESH = Duration.ofSeconds(10);

  /** The use of a key is noted at most once in that time. */
  static final Duration NOTED = Duration.ofMinutes(1);

  private final ApiKeys keys;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();
  private @Nullable Map<String, Opened> known;
  private long readAt;

  /**
   * @param clock by which keys end
   * @param nanoTime by which they are read again; it is never moved
   */
  public KeyRing(ApiKeys keys, InstantSource clock, LongSupplier nanoTime) {
    this.keys = keys;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** The key that the secret opens now; notes that it was used. */
  public Optional<ApiKey> open(String id, KeySecret secret) {
    var found = current().get(id);
    var now = clock.instant();
    if (found == null || !isOpen(found, secret, now)) {
      return Optional.empty();
    }
    note(id, now);
    return Optional.of(found.key());
  }

  private static boolean isOpen(Opened found, KeySecret secret, Instant now) {
    var endsAt = found.key().endsAt();
    var isOpen = false;
    for (var held : found.secrets()) {
      isOpen |= held.holdsAt(now) && secret.hasHash(held.hash());
    }
    return isOpen && (endsAt == null || now.isBefore(endsAt));
  }

  /** Reads the keys again when they are asked for next: after a change. */
  public synchronized void readAgain() {
    known = null;
  }

  private synchronized Map<String, Opened> current() {
    var now = nanoTime.getAsLong();
    var present = known;
    if (present == null || now - readAt > FRESH.toNanos()) {
      Map<String, Opened> read = new HashMap<>();
      keys.opened().forEach(opened -> read.put(opened.key().id(), opened));
      noted.keySet().retainAll(read.keySet());
      known = read;
      readAt = now;
      return read;
    }
    return present;
  }

  private void note(String id, Instant now) {
    var before = noted.get(id);
    if (before == null || !now.isBefore(before.plus(NOTED)) || now.isBefore(before)) {
      noted.put(id, now);
      keys.used(id, now);
    }
  }
}
