package io.caseclock.notify.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops what a form sends for a field that was left empty. */
public final class Blank {

  /** The text without the blanks around it; null where nothing is left. */
  public static @Nullable String dropped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Those that say something. */
  public static List<String> dropped(List<String> texts) {
    return texts.stream().filter(text -> !text.isBlank()).map(String::strip).toList();
  }

  private Blank() {}
}
