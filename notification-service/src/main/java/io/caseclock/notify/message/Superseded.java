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
  REOPENED,
  NOTICE_WITHDRAWN;

  public String wire() {
    return Words.of(this);
  }

  public static Superseded ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
