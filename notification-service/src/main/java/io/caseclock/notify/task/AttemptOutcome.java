package io.caseclock.notify.task;

import java.util.Arrays;
import java.util.Locale;
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
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AttemptOutcome> ofWire(String text) {
    return Arrays.stream(values()).filter(outcome -> outcome.wire().equals(text)).findFirst();
  }
}
