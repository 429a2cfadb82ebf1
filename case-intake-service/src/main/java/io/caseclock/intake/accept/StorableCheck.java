package io.caseclock.intake.accept;

import io.caseclock.contract.StorableText;
import io.caseclock.problem.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what JSON allows and no store keeps faithfully. */
final class StorableCheck {

  private static final int DEEPEST = 64;

  private StorableCheck() {}

  static void check(@Nullable Object value, String pointer, Faults faults) {
    check(value, pointer, 0, faults);
  }

  private static void check(@Nullable Object value, String pointer, int depth, Faults faults) {
    if (depth > DEEPEST) {
      faults.invalid(pointer, "is nested deeper than " + DEEPEST + " levels");
      return;
    }
    switch (value) {
      case Map<?, ?> members ->
          members.forEach(
              (name, member) -> {
                var below = pointer + pointer(String.valueOf(name));
                check(name, below, depth + 1, faults);
                check(member, below, depth + 1, faults);
              });
      case List<?> items -> {
        for (var i = 0; i < items.size(); i++) {
          check(items.get(i), pointer + "/" + i, depth + 1, faults);
        }
      }
      case String text -> {
        if (!StorableText.is(text)) {
          faults.invalid(pointer, "holds a character that cannot be kept (U+0000 or a lone half)");
        }
      }
      case Double number -> {
        if (number.isInfinite() || number.isNaN()) {
          faults.invalid(pointer, "is a number too large to be kept");
        }
      }
      case null, default -> {}
    }
  }

  /** A pointer to the member; half a pair in its name becomes a {@code ?}. */
  static String pointer(String member) {
    return Pointer.to(new String(member.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }
}
