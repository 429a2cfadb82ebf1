package io.caseclock.monitor.statistics.rest;

import io.caseclock.monitor.rest.CursorText;
import io.caseclock.monitor.statistics.Correction.Place;
import java.time.Instant;
import java.util.UUID;

/** A place among corrections as the text of a parameter. */
final class PlaceCursor {

  static String text(Place place) {
    var plain = place.knownAt() + "|" + place.deadlineId();
    return CursorText.of(plain);
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static Place parse(String text) {
    return CursorText.parse(text, PlaceCursor::read, PlaceCursor::text);
  }

  private static Place read(String plain) {
    var parts = CursorText.parts(plain, "|", 2);
    return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
  }

  private PlaceCursor() {}
}
