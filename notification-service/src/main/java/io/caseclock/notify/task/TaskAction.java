package io.caseclock.notify.task;

import io.caseclock.contract.Words;
import java.util.Locale;

/** What a line of a task's history says. */
public enum TaskAction {
  /** Its deadline opened. */
  OPENED,
  /** Its deadline opened again; what was answered before no longer holds. */
  REOPENED,
  /** Somebody answered the questions. */
  ANSWERED,
  /** Somebody tried and reached nobody. */
  ATTEMPTED,
  /** Closed without answers after enough tries. */
  GIVEN_UP,
  /** Its deadline was met without it. */
  MET_ELSEWHERE,
  /** Its deadline fell away. */
  CANCELLED;

  public String wire() {
    return Words.of(this);
  }

  /** Reads the wire form; refuses an unknown one with an {@link IllegalArgumentException}. */
  public static TaskAction ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
