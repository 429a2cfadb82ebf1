package io.caseclock.audit;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** What a request was about. */
public enum AuditKind {
  /** A change was asked for, or somebody signed in or out. */
  CHANGE,
  /** Something was looked at or downloaded. */
  READ;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<AuditKind> ofWire(String text) {
    return Arrays.stream(values()).filter(kind -> kind.wire().equals(text)).findFirst();
  }
}
