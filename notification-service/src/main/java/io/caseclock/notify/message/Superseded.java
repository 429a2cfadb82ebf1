package io.caseclock.notify.message;

import io.caseclock.contract.Words;
import java.util.Locale;

/** Why a message no longer holds. */
public enum Superseded {
  NEWER_WARNING,
  BREACHED,
  MOVED,
  PAUSED,
  MET,
  MET_LATE,
  CANCELLED,
  /** The right ran out unused. */
  LAPSED,
  /** The act came before a minimum period had run. */
  CUT_SHORT,
  REOPENED,
  REASSIGNED,
  NOTICE_WITHDRAWN;

  public String wire() {
    return Words.of(this);
  }

  public static Superseded ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
