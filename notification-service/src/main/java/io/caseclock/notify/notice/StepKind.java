package io.caseclock.notify.notice;

import java.util.Locale;

/** What can be done to a notice. */
public enum StepKind {
  ISSUED,
  DELIVERED,
  SIGNED,
  RECTIFIED,
  RETURNED,
  ACCEPTED,
  CLOSED,
  WITHDRAWN;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static StepKind ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The event type on {@code notice-events}. */
  public String eventType() {
    return "notice-" + wire();
  }
}
