package io.caseclock.notify.kafka;

import java.util.Locale;

/** Why a record had no effect at once. */
public enum FailureReason {
  /** It is no event of ours; dead letter. */
  MALFORMED,
  /** The database is away; tried again until it is back. */
  TRANSIENT,
  /** Our own fault; dead letter after a few attempts. */
  BUG;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
