package io.caseclock.notify.silence;

import java.time.Instant;

/** The messages that silences hold back. */
@FunctionalInterface
public interface SilencedMessages {

  /**
   * Has all of them looked at again, in the caller's transaction: those that no other silence
   * covers are told then, if what they say still holds.
   */
  void reconsider(Instant now);
}
