package io.caseclock.monitor.count;

import io.caseclock.contract.Words;
import java.util.Locale;

/** What came of a deadline; whether an open one is late follows from its day and the clock. */
public enum Outcome {
  MET,
  MET_LATE,
  RUNNING,
  /** Open, and cannot be late: a minimum period, and a right that lapses. */
  WAITING,
  LAPSED,
  CUT_SHORT,
  /** Before it was late; such a one was never due. */
  CANCELLED,
  CANCELLED_LATE;

  public String wire() {
    return Words.of(this);
  }

  public static Outcome ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
