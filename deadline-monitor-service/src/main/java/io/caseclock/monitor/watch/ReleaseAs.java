package io.caseclock.monitor.watch;

import io.caseclock.contract.Words;
import java.util.Locale;

/** How people hear of a breach that is history, once a supervisor releases it. */
public enum ReleaseAs {
  /** As one message a person, with a list. */
  DIGEST,
  /** As if it had passed today: messages, escalation, and a notice where the rule asks for one. */
  NOTICES,
  /** Not at all: it is dealt with. */
  NOTHING;

  public String wire() {
    return Words.of(this);
  }

  public static ReleaseAs ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
