package io.caseclock.contract;

import java.util.regex.Pattern;

/** Which texts may stand beside other text without turning or hiding any of it. */
public final class StraightText {

  /** Marks, embeddings, overrides and isolates that change in which order text is read. */
  private static final Pattern TURNING =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  /** Line and paragraph separators are no control characters, and break a line all the same. */
  private static final Pattern BREAKING = Pattern.compile("[\\p{Cntrl}\\x80-\\x9F\\u2028\\u2029]");

  /** Whether a name is one line that can be stored and turns nothing around it. */
  public static boolean isLine(String name) {
    return StorableText.is(name) && !BREAKING.matcher(name).find() && !TURNING.matcher(name).find();
  }

  /** The text without what changes the order in which it is read. */
  public static String of(String text) {
    return TURNING.matcher(text).replaceAll("");
  }

  private StraightText() {}
}
