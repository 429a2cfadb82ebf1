package io.caseclock.notify.console.frame;

import java.time.Duration;
import java.time.Instant;

/** How near a due instant is, for its look: only what is near or late has a colour. */
public enum Nearness {
  OVER("is-over"),
  NEAR("is-near"),
  FAR("");

  /** Within it something is near: by then everything but the shortest deadlines is warned of. */
  static final Duration NEAR_WITHIN = Duration.ofDays(7);

  private final String style;

  Nearness(String style) {
    this.style = style;
  }

  /** At the due instant itself it is over; exactly seven days before, it is near. */
  public static Nearness of(Instant dueAt, Instant now) {
    if (!now.isBefore(dueAt)) {
      return OVER;
    }
    return Duration.between(now, dueAt).compareTo(NEAR_WITHIN) <= 0 ? NEAR : FAR;
  }

  /** The class of its element; empty for a plain one. */
  public String style() {
    return style;
  }
}
