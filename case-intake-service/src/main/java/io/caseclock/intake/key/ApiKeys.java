package io.caseclock.intake.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that were made. */
public interface ApiKeys {

  /** The most that hold at once; all of them are kept in memory. */
  int MOST = 1000;

  /** What came of a change. */
  enum Outcome {
    DONE,
    /** No such key holds. */
    UNKNOWN,
    /** {@link #MOST} are held already. */
    TOO_MANY,
    /** The key is opened by what is of the other kind. */
    OTHER_KIND,
    /** Another key is opened by it. */
    TAKEN
  }

  /**
   * What is kept of a secret or a certificate that opens a key.
   *
   * @param validUntil from when on it opens nothing; null where another has not taken its place
   */
  record Held(byte[] hash, @Nullable Instant validUntil) {

    public boolean holdsAt(Instant now) {
      return validUntil == null || now.isBefore(validUntil);
    }
  }

  /** A key with what opens it. */
  record Opened(ApiKey key, List<Held> held) {
    public Opened {
      held = List.copyOf(held);
    }
  }

  /** All that were not revoked, ended ones among them, the oldest first. */
  List<Opened> opened();

  /** Keeps a new one with what opens it first, which is of the key's kind. */
  Outcome add(ApiKey key, byte[] hash);

  /**
   * Has something new open the key; what did before opens it until an instant, and what did before
   * that no more. A certificate that opens the key already opens it for good again.
   */
  Outcome rotate(String id, Credential credential, Instant now, Instant formerUntil);

  /**
   * Ends the key with all that opens it.
   *
   * @return false where no such key holds
   */
  boolean revoke(String id, String by, Instant now);

  /** Notes that it was used; what cannot be noted keeps nobody out. */
  void used(String id, Instant at);
}
