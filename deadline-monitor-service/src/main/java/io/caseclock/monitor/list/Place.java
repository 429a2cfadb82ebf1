package io.caseclock.monitor.list;

import io.caseclock.contract.StorableText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A place in a list: behind it the next page begins. */
public record Place(Grade grade, Instant moment, String id) {

  private static final String BETWEEN = "\n";
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** Before everything. */
  public static final Place START = new Place(Grade.BREACHED_GRAVE, EARLIEST, "");

  public String text() {
    var plain = String.join(BETWEEN, grade.wire(), moment.toString(), id);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  public static Place parse(String text) {
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var parts = plain.split(BETWEEN, 3);
    if (parts.length != 3 || !StorableText.is(plain)) {
      throw new IllegalArgumentException("not a cursor: " + text);
    }
    try {
      var place = new Place(Grade.ofWire(parts[0]), Instant.parse(parts[1]), parts[2]);
      if (!place.text().equals(text) || !place.isPossible()) {
        throw new IllegalArgumentException("not a cursor that was given out: " + text);
      }
      return place;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a cursor: " + text, e);
    }
  }

  private boolean isPossible() {
    return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
  }
}
