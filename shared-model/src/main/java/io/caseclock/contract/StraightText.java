package io.caseclock.contract;

import java.util.regex.Pattern;

/** Which texts may stand beside other text without turning or hiding any of it. */
public final class StraightText {

  /** Marks, embeddings, overrides and isolates that change in which order text is read. */
  private static final String MARKS = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

  private static final Pattern TURNING = Pattern.compile("[" + MARKS + "]");

  /** Line and paragraph separators are no control characters, and break a line all the same. */
  private static final Pattern BREAKING = Pattern.compile("[\\p{Cntrl}\\x80-\\x9F\\u2028\\u2029]");

  /** What turns text or has no shape of its own, but ends of lines and tabs. */
  private static final Pattern SHAPELESS =
      Pattern.compile("[" + MARKS + "\\p{Cntrl}\\x80-\\x9F&&[^\\n\\r\\t]]");

  /** Whether a name is one line that can be stored and turns nothing around it. */
  public static boolean isLine(String name) {
    return StorableText.is(name) && !BREAKING.matcher(name).find() && !TURNING.matcher(name).find();
  }

  /** Whether the character changes in which order text is read. */
  public static boolean turns(int point) {
    return TURNING.matcher(Character.toString(point)).matches();
  }

  /** The text without what changes the order in which it is read. */
  public static String of(String text) {
    return TURNING.matcher(text).replaceAll("");
  }

  /**
   * The text with each character that turns what is around it, and each control character but ends
   * of lines and tabs, written as {@code [U+202E]}: nothing is lost, and nothing is misread.
   */
  public static String named(String text) {
    return SHAPELESS
        .matcher(text)
        .replaceAll(found -> "[U+%04X]".formatted(found.group().codePointAt(0)));
  }

  private StraightText() {}
}
