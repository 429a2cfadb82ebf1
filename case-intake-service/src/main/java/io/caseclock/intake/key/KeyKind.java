package io.caseclock.intake.key;

import io.caseclock.contract.Words;
import java.util.Arrays;

/** What opens a key, for as long as it is kept. */
public enum KeyKind {
  SECRET,
  CERTIFICATE;

  /** As it is kept and told. */
  public String wire() {
    return Words.of(this);
  }

  /** The kind that was kept as this text. */
  public static KeyKind ofWire(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of key: " + text));
  }
}
