package io.caseclock.intake.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that were made. */
public interface ApiKeys {

  /** The most that hold at once; all of them are kept in memory. */
  int MOST = 1000;

  /**
   * A secret of a key.
   *
   * @param validUntil from when on it opens nothing; null where another has not taken its place
   */
  record Held(byte[] hash, @Nullable Instant validUntil) {

    boolean holdsAt(Instant now) {
      return validUntil == null || now.isBefore(validUntil);
    }
  }

  /** A key with its secrets. */
  record Opened(ApiKey key, List<Held> secrets) {
    public Opened {
      secrets = List.copyOf(secrets);
    }
  }

  /** All that were not revoked, ended ones among them, the oldest first. */
  List<ApiKey> all();

  /** The same with their secrets. */
  List<Opened> opened();

  /**
   * Keeps a new one.
   *
   * @return false where {@link #MOST} are held already; it was not kept
   */
  boolean add(ApiKey key, byte[] hash);

  /**
   * Gives the key a new secret; the one before it opens until an instant, those before that one no
   * more.
   *
   * @return false where no such key holds
   */
  boolean rotate(String id, byte[] hash, Instant now, Instant formerUntil);

  /**
   * Ends the key with all its secrets.
   *
   * @return false where no such key holds
   */
  boolean revoke(String id, String by, Instant now);

  /** Notes that it was used; what cannot be noted keeps nobody out. */
  void used(String id, Instant at);
}
