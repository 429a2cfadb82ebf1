package io.caseclock.monitor.statistics.rest;

import io.caseclock.monitor.statistics.FailedDeadlines.Place;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

/** A place among failed deadlines as the text of a parameter. */
final class DayCursor {

  static String text(Place place) {
    var plain = place.countedOn() + "|" + place.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static Place parse(String text) {
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var bar = plain.indexOf('|');
    if (bar != 10) {
      throw new IllegalArgumentException("not a cursor: " + text);
    }
    var place =
        new Place(LocalDate.parse(plain.substring(0, bar)), UUID.fromString(plain.substring(11)));
    if (!text(place).equals(text)) {
      throw new IllegalArgumentException("not a cursor that was given out: " + text);
    }
    return place;
  }

  private DayCursor() {}
}
