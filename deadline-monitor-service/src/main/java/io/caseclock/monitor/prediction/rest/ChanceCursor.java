package io.caseclock.monitor.prediction.rest;

import io.caseclock.monitor.prediction.Predictions.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A place in the listing, as text. */
final class ChanceCursor {

  static String text(Cursor cursor) {
    var plain = cursor.chance() + "|" + cursor.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static Cursor parse(String text) {
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var bar = plain.indexOf('|');
    if (bar < 0) {
      throw new IllegalArgumentException("not a cursor: " + text);
    }
    var cursor =
        new Cursor(
            Double.parseDouble(plain.substring(0, bar)), UUID.fromString(plain.substring(bar + 1)));
    if (!text(cursor).equals(text)) {
      throw new IllegalArgumentException("not a cursor that was given out: " + text);
    }
    return cursor;
  }

  private ChanceCursor() {}
}
