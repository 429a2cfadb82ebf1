package io.caseclock.monitor.count;

import io.caseclock.contract.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a timely act was entered only after the due instant. */
public enum LateCause {
  /** Somebody entered it late. */
  DATA,
  /** Nobody could: CaseClock was down, or nothing at all came from the source. */
  SYSTEM;

  public String wire() {
    return Words.of(this);
  }

  public static @Nullable LateCause ofWire(@Nullable String text) {
    return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
  }
}
