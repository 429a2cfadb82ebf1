package io.caseclock.contract;

/** Which texts can be stored, wherever they come from. */
public final class StorableText {

  /** Whether a text has neither U+0000 nor half of a surrogate pair, which no store keeps. */
  public static boolean is(String text) {
    for (var i = 0; i < text.length(); i++) {
      var unit = text.charAt(i);
      if (unit == 0 || Character.isLowSurrogate(unit)) {
        return false;
      }
      if (Character.isHighSurrogate(unit)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private StorableText() {}
}
