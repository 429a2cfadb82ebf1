package io.caseclock.notify.silence;

import io.caseclock.contract.Words;
import io.caseclock.notify.silence.Silence.Standing;
import java.util.Arrays;
import java.util.Optional;

/** Silences that are looked at together. */
public enum SilenceGroup {
  /** Approved, and in force now or later. */
  PRESENT,
  /** A second person has still to approve it. */
  WAITING,
  /** Over, or ended early. */
  PAST;

  public static SilenceGroup of(Standing standing) {
    return switch (standing) {
      case PROPOSED -> WAITING;
      case APPROVED, IN_FORCE -> PRESENT;
      case OVER -> PAST;
    };
  }

  public String wire() {
    return Words.of(this);
  }

  public static Optional<SilenceGroup> ofWire(String text) {
    return Arrays.stream(values()).filter(group -> group.wire().equals(text)).findFirst();
  }
}
