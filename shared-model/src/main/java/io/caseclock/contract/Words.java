package io.caseclock.contract;

import java.util.Locale;

/** The words that enums are written as, the same on every wire: {@code met-late}. */
public final class Words {

  /** The constant in lower case, with hyphens. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Words() {}
}
