package io.caseclock.contract;

import java.util.Arrays;
import java.util.Optional;

/** Who may see a case, among those in whose units it lies. */
public enum CaseLevel {
  /** Everybody. */
  ORDINARY,
  /**
   * Those who supervise, and the officers whom its deadlines name. Others open it in need, for a
   * while.
   */
  RESTRICTED;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<CaseLevel> ofWire(String word) {
    return Arrays.stream(values()).filter(level -> level.wire().equals(word)).findFirst();
  }
}
