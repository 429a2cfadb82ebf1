package io.caseclock.bench.lateness;

import java.time.Duration;

/** Of what people are told. */
enum Stage {
  /** The first warning of a period of 24 hours, six hours before its end. */
  WARNING("deadline-approaching", "warning", "a.next_at", Duration.ofHours(18)),
  BREACH("deadline-breached", "breach", "d.late_from", Duration.ofHours(24));

  private final String type;
  private final String kind;
  private final String column;
  private final Duration afterStart;

  Stage(String type, String kind, String column, Duration afterStart) {
    this.type = type;
    this.kind = kind;
    this.column = column;
    this.afterStart = afterStart;
  }

  /** The type of the event. */
  String type() {
    return type;
  }

  /** What the notification service calls messages about it. */
  String kind() {
    return kind;
  }

  /**
   * Which column of a deadline {@code d} that was never told of, or of its alarm {@code a}, holds
   * when it comes.
   */
  String column() {
    return column;
  }

  /** How long after the start of the period it comes. */
  Duration afterStart() {
    return afterStart;
  }
}
