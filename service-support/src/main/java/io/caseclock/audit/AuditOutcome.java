package io.caseclock.audit;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** What came of a request. */
public enum AuditOutcome {
  /** It was done, or led on: a status below 400. */
  DONE,
  /** It was refused or failed. */
  REFUSED;

  public static AuditOutcome of(int status) {
    return status < 400 ? DONE : REFUSED;
  }

  public String wire() {
    return Words.of(this);
  }

  public static Optional<AuditOutcome> ofWire(String text) {
    return Arrays.stream(values()).filter(outcome -> outcome.wire().equals(text)).findFirst();
  }
}
