package io.caseclock.notify.notice;

import io.caseclock.contract.Words;
import java.util.Locale;

/** What can be done to a notice. */
public enum StepKind {
  ISSUED,
  DELIVERED,
  SIGNED,
  /** 异议 */
  OBJECTED,
  OBJECTION_DECIDED,
  /** A day was planned by which it is rectified. */
  PLANNED,
  RECTIFIED,
  /** A reviewer has taken it. */
  UNDER_REVIEW,
  RETURNED,
  ACCEPTED,
  CLOSED,
  WITHDRAWN,
  /** Another officer has to answer it from now on. */
  REASSIGNED,
  /** One of several faults proved wrong. */
  FAULT_DROPPED,
  /** 督办: a higher unit has issued a supervision order on it. */
  ESCALATED;

  public String wire() {
    return Words.of(this);
  }

  public static StepKind ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The event type on {@code notice-events}. */
  public String eventType() {
    return "notice-" + wire();
  }
}
