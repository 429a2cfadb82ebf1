package io.caseclock.log.wiring;

/** Text as it may stand in a log. */
public final class OneLine {

  /**
   * The text with every character that breaks a line, hides, or turns the direction of what follows
   * written as an escape: {@code \n}, {@code \r}, {@code \t}, {@code \u202e}.
   */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    var line = new StringBuilder(text.length() + 16);
    for (var at = 0; at < text.length(); ) {
      var codePoint = text.codePointAt(at);
      if (isPlain(codePoint)) {
        line.appendCodePoint(codePoint);
      } else {
        escape(codePoint, line);
      }
      at += Character.charCount(codePoint);
    }
    return line.toString();
  }

  /** Whether nothing has to be escaped. */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(OneLine::isPlain);
  }

  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void escape(int codePoint, StringBuilder line) {
    switch (codePoint) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      default -> {
        for (var unit : Character.toChars(codePoint)) {
          line.append("\\u%04x".formatted((int) unit));
        }
      }
    }
  }

  private OneLine() {}
}
