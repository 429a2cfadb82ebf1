package io.caseclock.contract;

/** How a deadline stands at an instant. The wire form is the lower-case name with hyphens. */
public enum DeadlineStatus {
  /** Open, its due instant still ahead. */
  RUNNING,
  /** Open, inside a span that does not count: it has no due instant now. */
  PAUSED,
  /** Done at or before the due instant, however late it was entered. */
  MET,
  /** Done after the due instant. */
  MET_LATE,
  /** Open, its due instant passed. */
  BREACHED,
  /** A right that ran out unused: nobody is at fault. */
  LAPSED,
  /** A minimum period that was not kept: the act came before it had run. */
  CUT_SHORT,
  /** Ended without being done, because what justified it fell away. */
  CANCELLED;

  public String wire() {
    return Words.of(this);
  }

  /** Reads the wire form; refuses an unknown one with an {@link IllegalArgumentException}. */
  public static DeadlineStatus ofWire(String text) {
    return valueOf(text.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  /** Late, or too early: somebody is at fault, whether or not it was mended. */
  public boolean isFault() {
    return this == BREACHED || this == MET_LATE || this == CUT_SHORT;
  }

  /** Still to be done. */
  public boolean isOpen() {
    return this == RUNNING || this == PAUSED || this == BREACHED;
  }
}
