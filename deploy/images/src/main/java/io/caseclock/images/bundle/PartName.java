package io.caseclock.images.bundle;

import java.util.regex.Pattern;

/** Which names a part of a bundle may have: those that unpack below the folder where one stands. */
final class PartName {

  /** As many bytes as the plain header of tar has for a name. */
  private static final int LONGEST = 100;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
  private static final Pattern UPWARD = Pattern.compile("(^|.*/)\\.{1,2}(/.*|$)");

  private PartName() {}

  /**
   * Returns whether the name is relative, leads nowhere up, and is of letters that need no care.
   */
  static boolean isPlain(String name) {
    return name.length() <= LONGEST
        && PLAIN.matcher(name).matches()
        && !UPWARD.matcher(name).matches();
  }

  /** Returns the name as it can be shown on a terminal. */
  static String shown(String name) {
    return name.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
