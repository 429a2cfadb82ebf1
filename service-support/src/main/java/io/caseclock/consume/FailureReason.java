package io.caseclock.consume;

import io.caseclock.contract.Words;
import java.util.List;
import java.util.Optional;

/** Why a record had no effect at once; a metric tag and a dead-letter header. */
public enum FailureReason {
  /** It is no event of ours; dead letter. */
  MALFORMED,
  /** A type that this version does not know, perhaps of a newer contract; dead letter. */
  UNKNOWN_TYPE,
  /** The database is away; tried again until it is back. */
  TRANSIENT,
  /** Our own fault; dead letter after a few attempts, and a person must look. */
  BUG;

  /** The reasons of dead letters. */
  public static final List<FailureReason> OF_DEAD_LETTERS = List.of(MALFORMED, UNKNOWN_TYPE, BUG);

  public String wire() {
    return Words.of(this);
  }

  /** The reason of a dead letter that has this wire name. */
  public static Optional<FailureReason> ofDeadLetter(String wire) {
    return OF_DEAD_LETTERS.stream().filter(reason -> reason.wire().equals(wire)).findFirst();
  }
}
