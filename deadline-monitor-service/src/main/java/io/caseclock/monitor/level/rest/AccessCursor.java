package io.caseclock.monitor.level.rest;

import io.caseclock.monitor.level.Access;
import io.caseclock.monitor.level.Accesses.Place;
import io.caseclock.monitor.rest.CursorText;
import java.time.Instant;
import java.util.UUID;

/** A place among accesses as the text of a parameter. */
final class AccessCursor {

  static String behind(Access access) {
    return text(new Place(access.at(), access.id()));
  }

  private static String text(Place place) {
    return CursorText.of(place.at() + "|" + place.id());
  }

  /** Reads what {@link #behind} wrote; refuses anything else with IllegalArgumentException. */
  static Place parse(String text) {
    return CursorText.parse(text, AccessCursor::read, AccessCursor::text);
  }

  private static Place read(String plain) {
    var parts = CursorText.parts(plain, "|", 2);
    return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
  }

  private AccessCursor() {}
}
