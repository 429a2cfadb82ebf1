package io.caseclock.monitor.deadline;

import io.caseclock.contract.Names;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a due instant.
 *
 * @param provision what the step rests on; null where it is plain counting
 * @param before the last day (or instant) before the step, null for the first
 * @param after the last day (or instant) after it
 */
public record TraceStep(
    Kind kind,
    Names sentence,
    @Nullable String provision,
    @Nullable String before,
    @Nullable String after) {

  /** What a step does. */
  public enum Kind {
    START,
    RESTART,
    PERIOD,
    TOLLING,
    TOLLING_IGNORED,
    EXTENSION,
    EXTENSION_REFUSED,
    ROLL,
    NO_ROLL,
    PROVISIONAL,
    END,
    ALTERNATIVE
  }
}
