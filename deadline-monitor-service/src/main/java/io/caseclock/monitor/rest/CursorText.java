package io.caseclock.monitor.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A place in a listing as the text of a parameter: only what was given out is taken again. */
public final class CursorText {

  public static String of(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what was given out; refuses anything else with IllegalArgumentException, or as the reader
   * does.
   *
   * @param writer gives the text of a place, as it was given out
   */
  public static <T> T parse(String text, Function<String, T> reader, Function<T, String> writer) {
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var place = reader.apply(plain);
    if (!writer.apply(place).equals(text)) {
      throw new IllegalArgumentException("not a cursor that was given out: " + text);
    }
    return place;
  }

  /** The parts of a plain text; refuses another number of them with IllegalArgumentException. */
  public static String[] parts(String plain, String between, int count) {
    var parts = plain.split(Pattern.quote(between), -1);
    if (parts.length != count) {
      throw new IllegalArgumentException("not a cursor: " + plain);
    }
    return parts;
  }

  private CursorText() {}
}
