package io.caseclock.attribute;

import io.caseclock.contract.StraightText;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person writes to others: a reason, a note, a finding, the name of something. It has at
 * least one character that a reader sees, and none that works a terminal, breaks a line where one
 * is meant, or turns the direction of text. White space around it does not belong to it.
 *
 * @param longest the most characters, counted as readers do: by code points
 * @param severalLines whether it may have ends of lines and tabs
 */
public record WrittenText(int longest, boolean severalLines) {

  /** One line. */
  public static WrittenText line(int longest) {
    return new WrittenText(longest, false);
  }

  /** As many lines as somebody likes. */
  public static WrittenText lines(int longest) {
    return new WrittenText(longest, true);
  }

  /** The text without white space around it, or why it is none. */
  public Reading<String> read(String given) {
    var text = given.strip();
    var length = text.codePointCount(0, text.length());
    if (length == 0 || length > longest) {
      return Reading.refused(
          String.format(
              Locale.ROOT,
              "must be %s of 1 to %,d characters",
              severalLines ? "a text" : "one line",
              longest));
    }
    return fault(text).<Reading<String>>map(Reading::refused).orElseGet(() -> Reading.sound(text));
  }

  /** Whether the text is one, with or without white space around it. */
  public boolean takes(String given) {
    return read(given).asValue().isPresent();
  }

  /** Whether there is nothing in it that a reader sees. */
  public static boolean isUnseen(String text) {
    return text.codePoints().noneMatch(Shown::isMark);
  }

  private Optional<String> fault(String text) {
    var fault =
        text.codePoints()
            .filter(point -> !isTaken(point))
            .mapToObj(WrittenText::refusedCharacter)
            .findFirst();
    return fault.isPresent() || !isUnseen(text)
        ? fault
        : Optional.of("holds nothing that a reader sees");
  }

  private boolean isTaken(int point) {
    if (severalLines && (point == '\n' || point == '\r' || point == '\t')) {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !StraightText.turns(point);
    };
  }

  private static String refusedCharacter(int point) {
    var what =
        switch (Character.getType(point)) {
          case Character.SURROGATE -> "half of a surrogate pair";
          case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "a line break";
          case Character.CONTROL ->
              point == '\n' || point == '\r' ? "a line break" : "a control character";
          default -> "a character that turns the direction of text";
        };
    return String.format(Locale.ROOT, "holds %s (U+%04X)", what, point);
  }
}
