package io.caseclock.monitor.level;

import io.caseclock.contract.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a supervisor found of an access.
 *
 * @param note why, in their own words
 * @param by the officer who reviewed it; the account where it belongs to none
 */
public record Review(Finding finding, String note, String by, Instant at) {

  /** Whether there was a need. */
  public enum Finding {
    JUSTIFIED,
    /** There was none; the access ends at once. */
    UNJUSTIFIED;

    public String wire() {
      return Words.of(this);
    }

    public static Optional<Finding> ofWire(String word) {
      return Arrays.stream(values()).filter(finding -> finding.wire().equals(word)).findFirst();
    }
  }
}
