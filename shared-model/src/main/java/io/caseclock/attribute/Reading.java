package io.caseclock.attribute;

import java.util.Optional;
import java.util.function.Function;

/** What came of reading a text: the value, or why it was refused. */
public sealed interface Reading<T> {

  /** The text is sound. */
  record Sound<T>(T value) implements Reading<T> {}

  /**
   * The text is refused.
   *
   * @param reason completes a sentence that begins with the member's name: "holds a line break"
   */
  record Refused<T>(String reason) implements Reading<T> {}

  static <T> Reading<T> sound(T value) {
    return new Sound<>(value);
  }

  static <T> Reading<T> refused(String reason) {
    return new Refused<>(reason);
  }

  /** The value, where the text is sound. */
  default Optional<T> asValue() {
    return this instanceof Sound<T>(var value) ? Optional.of(value) : Optional.empty();
  }

  /** Why the text was refused, where it was. */
  default Optional<String> asReason() {
    return this instanceof Refused<T>(var reason) ? Optional.of(reason) : Optional.empty();
  }

  /** The value, or whatever is thrown for the reason. */
  default <E extends RuntimeException> T orElseThrow(Function<String, E> refusal) {
    return switch (this) {
      case Sound<T>(var value) -> value;
      case Refused<T>(var reason) -> throw refusal.apply(reason);
    };
  }
}
