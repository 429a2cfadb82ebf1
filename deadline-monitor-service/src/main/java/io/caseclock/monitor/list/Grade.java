package io.caseclock.monitor.list;

import io.caseclock.contract.Words;
import java.util.Locale;

/** How grave a row is; the gravest first. */
public enum Grade {
  BREACHED_GRAVE,
  BREACHED_SERIOUS,
  BREACHED_ORDINARY,
  /** A finding that stands. */
  FINDING,
  /** Open, and due some day. */
  AHEAD,
  /** Open, and cannot be late as it stands: its clock stands still, or it only has to run. */
  WAITING;

  /** What a supervisor wants mended. */
  public boolean isFault() {
    return compareTo(FINDING) <= 0;
  }

  public String wire() {
    return Words.of(this);
  }

  public static Grade ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
