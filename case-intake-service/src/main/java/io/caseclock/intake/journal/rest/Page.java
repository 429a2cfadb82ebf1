package io.caseclock.intake.journal.rest;

import io.caseclock.intake.journal.Window;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a list.
 *
 * @param next what to pass as {@code after} for the following slice; null at the end
 */
public record Page<T>(List<T> items, @Nullable Long next) {

  static <T> Page<T> of(List<T> items, Window window, ToLongFunction<T> seq) {
    var isFull = items.size() == window.limit();
    return new Page<>(items, isFull ? seq.applyAsLong(items.getLast()) : null);
  }
}
