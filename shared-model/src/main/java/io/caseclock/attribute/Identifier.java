package io.caseclock.attribute;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifiers of cases, events, units, officers and whatever else is named, in their one normal
 * form. Two identifiers are the same thing exactly where their normal forms are equal; letters keep
 * their case.
 *
 * <p>Folded is what differs only in how it was typed: full and half width, vertical and small
 * forms, compatibility ideographs and radicals, composed and decomposed letters, the kinds of
 * brackets around a year. Refused is what a reader does not see, and what stands for a place in a
 * path or for a number that a spreadsheet has spoilt.
 */
public final class Identifier {

  /** The most characters (UTF-16 units) of an identifier, before and after folding. */
  public static final int LONGEST = 250;

  /** As a spreadsheet shows a long number: one digit, then a point or a signed exponent. */
  private static final Pattern SPREADSHEET_NUMBER =
      Pattern.compile("[+-]?\\d(\\.\\d+[eE][+-]?|[eE][+-])\\d{1,3}");

  private static final String SPREADSHEET_BEGINS = "+-0123456789";

  private static final Pattern SEGMENT = Pattern.compile("/");

  private Identifier() {}

  /** The normal form, or why the text is no identifier. */
  public static Reading<String> read(String text) {
    if (text.isEmpty()) {
      return Reading.refused("is empty");
    }
    if (text.length() > LONGEST) {
      return Reading.refused("is longer than " + LONGEST + " characters");
    }
    if (isPlain(text)) {
      return readFolded(text);
    }
    return fault(text)
        .<Reading<String>>map(Reading::refused)
        .orElseGet(() -> readFolded(Folding.fold(text)));
  }

  /**
   * The normal form of an identifier behind its kind and a slash, such as {@code case/A990001}, or
   * why the text is none. What stands behind the slash is an identifier for itself.
   */
  public static Reading<String> readBehindKind(String text) {
    var whole = read(text);
    return whole.asValue().filter(Identifier::hasSpaceBehindKind).isPresent()
        ? Reading.refused("has an identifier that begins with white space")
        : whole;
  }

  private static boolean hasSpaceBehindKind(String text) {
    var id = text.substring(text.indexOf('/') + 1);
    return !id.isEmpty() && isSpace(id.codePointAt(0));
  }

  /** Whether it is of the characters that are all shown and fold to themselves: most are. */
  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) {
      var unit = text.charAt(i);
      if (unit < ' ' || unit > '~' || unit == '[' || unit == ']') {
        return false;
      }
    }
    return true;
  }

  private static Reading<String> readFolded(String text) {
    if (text.length() > LONGEST) {
      return Reading.refused("is longer than " + LONGEST + " characters");
    }
    return fault(text)
        .or(() -> placeFault(text))
        .<Reading<String>>map(Reading::refused)
        .orElseGet(() -> Reading.sound(text));
  }

  private static Optional<String> fault(String text) {
    if (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()))) {
      return Optional.of("begins or ends with white space");
    }
    if (isPlain(text)) {
      return Optional.empty();
    }
    return text.codePoints()
        .filter(point -> !Shown.is(point))
        .mapToObj(Identifier::refusedCharacter)
        .findFirst();
  }

  private static Optional<String> placeFault(String text) {
    if (text.contains("  ")) {
      return Optional.of("holds two spaces in a row");
    }
    for (var segment : SEGMENT.split(text, -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return Optional.of("has . or .. as a part, which stands for a place in a path");
      }
      if (!segment.isEmpty()
          && SPREADSHEET_BEGINS.indexOf(segment.charAt(0)) >= 0
          && SPREADSHEET_NUMBER.matcher(segment).matches()) {
        return Optional.of(
            "looks like a number that a spreadsheet rewrote; format the column as text");
      }
    }
    return Optional.empty();
  }

  private static String refusedCharacter(int point) {
    if (point == Shown.REPLACEMENT) {
      return "holds U+FFFD, which stands for a character that was lost on the way";
    }
    var what =
        switch (Character.getType(point)) {
          case Character.CONTROL -> "a control character";
          case Character.SURROGATE -> "half of a surrogate pair";
          case Character.PRIVATE_USE -> "a character of private use";
          case Character.UNASSIGNED -> "a code point without a character";
          case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "a line break";
          case Character.SPACE_SEPARATOR -> "white space other than U+0020 and U+3000";
          default -> "a character that is not shown";
        };
    return String.format(Locale.ROOT, "holds %s (U+%04X)", what, point);
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  /** What is the same for whoever reads it, written in one way. */
  private static final class Folding {

    static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final String OPENING = "[\u3010\u3016\u2772";
    private static final String CLOSING = "]\u3011\u3017\u2773";

    private Folding() {}

    static String fold(String text) {
      var folded = new StringBuilder(text.length());
      text.codePoints()
          .forEach(point -> folded.append(isPresentation(point) ? plain(point) : shown(point)));
      var composed = Normalizer.normalize(folded, Normalizer.Form.NFC);
      var result = new StringBuilder(composed.length());
      composed.chars().forEach(unit -> result.append(bracket((char) unit)));
      return result.toString();
    }

    private static String plain(int point) {
      return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
    }

    private static String shown(int point) {
      return Character.toString(point);
    }

    /** Blocks whose characters are others in another width, direction, size or role. */
    private static boolean isPresentation(int point) {
      return point == IDEOGRAPHIC_SPACE
          || (point >= 0x2E80 && point <= 0x2FDF)
          || (point >= 0xFE10 && point <= 0xFE1F)
          || (point >= 0xFE30 && point <= 0xFE6F)
          || (point >= 0xFF00 && point <= 0xFFEF);
    }

    /** The brackets around a year, which people write in four ways. */
    private static char bracket(char unit) {
      if (OPENING.indexOf(unit) >= 0) {
        return '\u3014';
      }
      return CLOSING.indexOf(unit) >= 0 ? '\u3015' : unit;
    }
  }
}
