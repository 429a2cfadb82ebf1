package io.caseclock.monitor.statistics.rest;

import io.caseclock.monitor.rest.CursorText;
import io.caseclock.monitor.statistics.FailedDeadlines.Place;
import java.time.LocalDate;
import java.util.UUID;

/** A place among failed deadlines as the text of a parameter. */
final class DayCursor {

  static String text(Place place) {
    var plain = place.countedOn() + "|" + place.id();
    return CursorText.of(plain);
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static Place parse(String text) {
    return CursorText.parse(text, DayCursor::read, DayCursor::text);
  }

  private static Place read(String plain) {
    var parts = CursorText.parts(plain, "|", 2);
    return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
  }

  private DayCursor() {}
}
