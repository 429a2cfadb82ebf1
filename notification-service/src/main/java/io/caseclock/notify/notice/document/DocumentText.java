package io.caseclock.notify.notice.document;

/**
 * Makes texts fit for a document: characters that XML forbids and marks that change the reading
 * direction are written as {@code [U+0007]}, so that no character is lost or misread.
 */
public final class DocumentText {

  /** The most code points of one text in a document: what is longer takes long to lay out. */
  public static final int LONGEST = 4_000;

  /** Stands where the rest of a text was left out. */
  public static final String REST =
      "……（其余从略，全文见系统和 JSON 文书。The rest is left out: see the console, or the document as JSON.)";

  public static String of(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isPlain(c)) {
                plain.appendCodePoint(c);
              } else {
                plain.append('[').append(named(c)).append(']');
              }
            });
    return plain.toString();
  }

  /**
   * The beginning of a text that is longer than it may be, with a note in both languages where the
   * rest is to be found; any other as it is.
   *
   * @param longest in code points, without the note
   */
  public static String shortened(String text, int longest) {
    if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest)) + REST;
  }

  /** Such as {@code U+20BB7}. */
  public static String named(int character) {
    return String.format("U+%04X", character);
  }

  private static boolean isPlain(int c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> !isTurn(c);
    };
  }

  /** Marks that change the reading direction. */
  private static boolean isTurn(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x061C
        || c == 0x200E
        || c == 0x200F;
  }

  private DocumentText() {}
}
