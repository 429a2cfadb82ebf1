package io.caseclock.notify.feedback;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** Why a warning was wrong. */
public enum Cause {
  /** What was entered about the case is not so. */
  WRONG_DATA,
  /** The rule does not say what the law says, or does not apply. */
  WRONG_RULE,
  /** It was done in time, but the source system did not say so. */
  SOURCE_SILENT,
  /** CaseClock itself made a fault. */
  SYSTEM_FAULT;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<Cause> ofWire(String text) {
    return Arrays.stream(values()).filter(cause -> cause.wire().equals(text)).findFirst();
  }
}
