package io.caseclock.notify.notice.file;

/** Texts as a document can hold them: without what XML forbids or what turns the reading order. */
final class PlainText {

  private static final int REPLACEMENT = 0xFFFD;

  static String of(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints().map(c -> isPlain(c) ? c : REPLACEMENT).forEach(plain::appendCodePoint);
    return plain.toString();
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

  /** Marks that make a line read otherwise than it is written. */
  private static boolean isTurn(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  private PlainText() {}
}
