package io.caseclock.local.file;

/** What a line looks like that says nothing. */
final class BlankLine {

  private BlankLine() {}

  /** Whether a text has nothing but white space, commas and semicolons. */
  static boolean is(String text) {
    return text.chars()
        .allMatch(
            one -> one == ',' || one == ';' || one == '\u00A0' || Character.isWhitespace(one));
  }
}
