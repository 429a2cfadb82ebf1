package io.caseclock.monitor.report;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.List;

/** What a deadline came to since a moment. */
public enum Change {
  /** It began to run, whatever came of it. */
  OPENED,
  /** It became late, mended or not. */
  BREACHED,
  /** It is known since then to have been met in time. */
  MET,
  /** It is known since then to have been met after the due instant. */
  MET_LATE;

  public String wire() {
    return Words.of(this);
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Change::wire).toList();
  }

  /** Refuses a word that is not known with an {@link IllegalArgumentException}. */
  public static Change ofWire(String word) {
    return Arrays.stream(values())
        .filter(change -> change.wire().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a change: " + word));
  }
}
