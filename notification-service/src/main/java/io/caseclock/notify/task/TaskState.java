package io.caseclock.notify.task;

import io.caseclock.contract.Words;
import java.util.Locale;

/**
 * How a task stands.
 *
 * <pre>
 *   open ──▶ faults-open ──▶ done
 *    │ └──────────────────────▲
 *    ├──▶ unreachable
 *    └──▶ done-elsewhere, cancelled   (by its deadline, from faults-open too)
 * </pre>
 *
 * An ended task opens again only where its deadline does.
 */
public enum TaskState {
  /** Nobody has answered yet. */
  OPEN,
  /** Answered, but a fault that was found is not mended yet. */
  FAULTS_OPEN,
  /** Answered for good. */
  DONE,
  /** Closed after enough tries, without answers. */
  UNREACHABLE,
  /** Its deadline was met by an event that did not come from this task. */
  DONE_ELSEWHERE,
  /** Its deadline fell away. */
  CANCELLED;

  public boolean isOpen() {
    return this == OPEN || this == FAULTS_OPEN;
  }

  public String wire() {
    return Words.of(this);
  }

  /** Reads the wire form; refuses an unknown one with an {@link IllegalArgumentException}. */
  public static TaskState ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
