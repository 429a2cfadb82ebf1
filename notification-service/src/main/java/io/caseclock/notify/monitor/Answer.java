package io.caseclock.notify.monitor;

import io.caseclock.problem.Problem;
import java.util.Optional;

/** What the monitor answered, or why there is no answer. */
public sealed interface Answer<T> {

  /** It told. */
  record Told<T>(T value) implements Answer<T> {}

  /**
   * It refused.
   *
   * @param problem as the monitor says it: its detail is English, its violations have pointers
   */
  record Refused<T>(Problem problem) implements Answer<T> {}

  /**
   * Nothing is known; the same question may be answered later.
   *
   * @param isConfigured false where this installation does not say where the monitor is
   */
  record Away<T>(boolean isConfigured) implements Answer<T> {}

  default boolean isTold() {
    return this instanceof Told;
  }

  /** What was told; throws where nothing was, so ask {@link #isTold} first. */
  default T value() {
    return toldOrEmpty().orElseThrow(() -> new IllegalStateException("nothing was told: " + this));
  }

  /** What was told. */
  default Optional<T> toldOrEmpty() {
    return this instanceof Told<T>(var value) ? Optional.ofNullable(value) : Optional.empty();
  }

  /** Why it was refused. */
  default Optional<Problem> refusal() {
    return this instanceof Refused<T>(var problem) ? Optional.of(problem) : Optional.empty();
  }
}
