package io.caseclock.monitor.statistics;

import io.caseclock.contract.Words;
import java.util.Locale;

/** As of when a number is told; both are right at once. */
public enum Knowledge {
  /** As it is known today. */
  NOW,
  /**
   * As it was known at the end of the period, by the monitor's own clock; of an open one, today.
   */
  THEN;

  public String wire() {
    return Words.of(this);
  }

  public static Knowledge ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
