package io.caseclock.log.wiring;

import java.io.Serial;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands for a thrown exception in the log: the same stack, the messages on one line each. */
final class OneLineThrowable extends Throwable {

  @Serial private static final long serialVersionUID = 1L;

  private final String shown;

  private OneLineThrowable(Throwable original, @Nullable Throwable cause) {
    super(null, cause, true, true);
    shown = OneLine.of(original.toString());
    setStackTrace(original.getStackTrace());
  }

  static Throwable of(Throwable original) {
    return of(original, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static OneLineThrowable of(Throwable original, Set<Throwable> seen) {
    seen.add(original);
    var cause = original.getCause();
    var plain =
        new OneLineThrowable(
            original, cause == null || seen.contains(cause) ? null : of(cause, seen));
    for (var suppressed : original.getSuppressed()) {
      if (!seen.contains(suppressed)) {
        plain.addSuppressed(of(suppressed, seen));
      }
    }
    return plain;
  }

  @Override
  public String toString() {
    return shown;
  }
}
