package io.caseclock.intake.key;

import io.caseclock.intake.key.ApiKeys.Opened;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys that hold, as they were a moment ago: an id that nobody made, and a certificate that
 * nobody registered, costs no question to the database, however often it is tried, and a key that
 * another replica has revoked opens nothing after ten seconds. For several threads.
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
  private @Nullable Known known;
  private long readAt;

  /** The same keys by what a caller shows. */
  private record Known(Map<String, Opened> byId, Map<Fingerprint, Opened> byFingerprint) {

    static Known of(Iterable<Opened> keys) {
      var known = new Known(new HashMap<>(), new HashMap<>());
      keys.forEach(known::add);
      return known;
    }

    private void add(Opened opened) {
      switch (opened.key().kind()) {
        case SECRET -> byId.put(opened.key().id(), opened);
        case CERTIFICATE ->
            opened
                .held()
                .forEach(held -> byFingerprint.put(Fingerprint.ofHash(held.hash()), opened));
      }
    }
  }

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
    return open(current().byId().get(id), secret::hasHash);
  }

  /** The key that the certificate opens now; notes that it was used. */
  public Optional<ApiKey> open(Fingerprint certificate) {
    var hash = certificate.hash();
    return open(current().byFingerprint().get(certificate), kept -> Arrays.equals(kept, hash));
  }

  private Optional<ApiKey> open(@Nullable Opened found, Predicate<byte[]> isShown) {
    var now = clock.instant();
    if (found == null || !isOpen(found, isShown, now)) {
      return Optional.empty();
    }
    note(found.key().id(), now);
    return Optional.of(found.key());
  }

  private static boolean isOpen(Opened found, Predicate<byte[]> isShown, Instant now) {
    var endsAt = found.key().endsAt();
    var isOpen = false;
    for (var held : found.held()) {
      isOpen |= held.holdsAt(now) && isShown.test(held.hash());
    }
    return isOpen && (endsAt == null || now.isBefore(endsAt));
  }

  /** Reads the keys again when they are asked for next: after a change. */
  public synchronized void readAgain() {
    known = null;
  }

  private synchronized Known current() {
    var now = nanoTime.getAsLong();
    var present = known;
    if (present == null || now - readAt > FRESH.toNanos()) {
      var opened = keys.opened();
      noted.keySet().retainAll(opened.stream().map(key -> key.key().id()).toList());
      var read = Known.of(opened);
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
