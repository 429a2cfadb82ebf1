package io.caseclock.notify.task;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** Why a try led to no answers. */
public enum AttemptOutcome {
  /** Nobody picked up. */
  NO_ANSWER,
  /** The number is not the person's. */
  WRONG_NUMBER,
  /** The person does not wish to answer. */
  REFUSED;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<AttemptOutcome> ofWire(String text) {
    return Arrays.stream(values()).filter(outcome -> outcome.wire().equals(text)).findFirst();
  }
}
