package io.caseclock.notify.delivery;

import java.util.Locale;

/** What a message in the inbox is about. */
public enum MessageKind {
  /** A due instant comes near. */
  WARNING,
  /** A due instant has passed. */
  BREACH,
  /** A rectification notice, or a step of one. */
  NOTICE,
  /** A fault that a person recorded or that the data showed. */
  FINDING,
  /** A notice was taken back. */
  WITHDRAWN;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static MessageKind ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
