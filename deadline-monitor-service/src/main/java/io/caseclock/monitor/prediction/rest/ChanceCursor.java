package io.caseclock.monitor.prediction.rest;

import io.caseclock.monitor.prediction.Predictions.Cursor;
import io.caseclock.monitor.rest.CursorText;
import java.util.UUID;

/** A place in the listing, as text. */
final class ChanceCursor {

  static String text(Cursor cursor) {
    var plain = cursor.chance() + "|" + cursor.id();
    return CursorText.of(plain);
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static Cursor parse(String text) {
    return CursorText.parse(text, ChanceCursor::read, ChanceCursor::text);
  }

  private static Cursor read(String plain) {
    var parts = CursorText.parts(plain, "|", 2);
    return new Cursor(Double.parseDouble(parts[0]), UUID.fromString(parts[1]));
  }

  private ChanceCursor() {}
}
