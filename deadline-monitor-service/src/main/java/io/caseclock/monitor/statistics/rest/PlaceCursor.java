package io.caseclock.monitor.statistics.rest;

import io.caseclock.monitor.statistics.Correction.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A place among corrections as the text of a parameter. */
final class PlaceCursor {

  static String text(Place place) {
    var plain = place.knownAt() + "|" + place.deadlineId();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static Place parse(String text) {
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var bar = plain.indexOf('|');
    if (bar < 0) {
      throw new IllegalArgumentException("not a cursor: " + text);
    }
    var place =
        new Place(
            Instant.parse(plain.substring(0, bar)), UUID.fromString(plain.substring(bar + 1)));
    if (!text(place).equals(text)) {
      throw new IllegalArgumentException("not a cursor that was given out: " + text);
    }
    return place;
  }

  private PlaceCursor() {}
}
