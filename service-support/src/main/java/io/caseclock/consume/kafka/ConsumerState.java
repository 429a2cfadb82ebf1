package io.caseclock.consume.kafka;

import io.caseclock.contract.Words;

/** How a channel is; a metric tag and a word of the readiness check. */
public enum ConsumerState {
  /** Not yet, or no longer, a member of its group: the broker is away or has not answered yet. */
  WAITING,
  /** A member of its group; it takes what comes. */
  RUNNING,
  /**
   * Ended by an error, and tried again until it commits what it took, or nothing waits any more.
   */
  DOWN;

  public String wire() {
    return Words.of(this);
  }
}
