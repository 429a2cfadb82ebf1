package io.caseclock.consume;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** What became of a dead letter. */
public enum DeadLetterState {
  /** A person must look. */
  OPEN,
  /** It was put back and has had its effect. */
  REPLAYED,
  /** An operator decided that it shall have none. */
  DISMISSED;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<DeadLetterState> ofWire(String text) {
    return Arrays.stream(values()).filter(state -> state.wire().equals(text)).findFirst();
  }
}
