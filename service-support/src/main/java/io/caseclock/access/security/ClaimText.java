package io.caseclock.access.security;

import jakarta.json.JsonString;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims are what the library made of them: texts of Java, or of JSON inside a list. */
final class ClaimText {

  /** The text; empty for whatever else it is. */
  static Optional<String> of(@Nullable Object value) {
    return switch (value) {
      case String text -> Optional.of(text);
      case JsonString text -> Optional.of(text.getString());
      case null, default -> Optional.empty();
    };
  }

  private ClaimText() {}
}
