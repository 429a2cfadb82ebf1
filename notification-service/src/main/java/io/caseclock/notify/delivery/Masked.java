package io.caseclock.notify.delivery;

import org.jspecify.annotations.Nullable;

/** E-mail addresses and numbers as a log may show them. */
public final class Masked {

  private static final String STARS = "***";
  private static final int LAST_DIGITS = 4;

  /** {@code z***@police.example}, {@code ***4321}; null where there is nothing. */
  public static @Nullable String of(@Nullable String to) {
    if (to == null) {
      return null;
    }
    var at = to.lastIndexOf('@');
    if (at > 0) {
      return to.substring(0, to.offsetByCodePoints(0, 1)) + STARS + to.substring(at);
    }
    return to.length() > 2 * LAST_DIGITS ? STARS + to.substring(to.length() - LAST_DIGITS) : STARS;
  }

  private Masked() {}
}
