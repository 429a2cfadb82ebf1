package io.caseclock.notify.notice.document;

/**
 * Makes texts fit for a document: characters that XML forbids and marks that change the reading
 * direction are written as {@code [U+0007]}, so that no character is lost or misread.
 */
public final class DocumentText {

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
