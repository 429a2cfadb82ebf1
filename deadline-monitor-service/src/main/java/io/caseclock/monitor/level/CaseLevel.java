package io.caseclock.monitor.level;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.Optional;

/** Who may see a case, among those in whose units it lies. */
public enum CaseLevel {
  /** Everybody. */
  ORDINARY,
  /**
   * Those who supervise, and the officers whom its deadlines name: see {@link Reader}. Others by
   * {@link BreakGlass}, for a while.
   */
  RESTRICTED;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<CaseLevel> ofWire(String word) {
    return Arrays.stream(values()).filter(level -> level.wire().equals(word)).findFirst();
  }
}
