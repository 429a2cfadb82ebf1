package io.caseclock.consume.kafka;

import io.caseclock.contract.Words;

/** Why a record had no effect at once; a metric tag and a dead-letter header. */
public enum FailureReason {
  /** It is no event of ours; dead letter. */
  MALFORMED,
  /** The database is away; tried again until it is back. */
  TRANSIENT,
  /** Our own fault; dead letter after a few attempts, and a person must look. */
  BUG;

  public String wire() {
    return Words.of(this);
  }
}
