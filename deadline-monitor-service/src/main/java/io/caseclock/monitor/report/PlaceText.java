package io.caseclock.monitor.report;

import io.caseclock.monitor.report.DeadlinePage.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a listing of deadlines, as text; it belongs to one order. */
public final class PlaceText {

  /** What PostgreSQL can hold and people can mean: the years 1 to 9999. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final int LONGEST = 250;
  private static final int PARTS = 4;

  public static String of(Place place) {
    var dueAt = place.dueAt();
    var plain =
        place.order().wire()
            + "|"
            + (dueAt == null ? "" : dueAt)
            + "|"
            + place.id()
            + "|"
            + place.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #of} wrote of that order; refuses anything else with an
   * IllegalArgumentException or a DateTimeException.
   */
  public static Place parse(String text, DeadlineOrder order) {
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    var place = place(plain, order);
    if (!of(place).equals(text)) {
      throw new IllegalArgumentException("not a place that was given out: " + text);
    }
    return place;
  }

  private static Place place(String plain, DeadlineOrder order) {
    var parts = plain.split(Pattern.quote("|"), PARTS);
    if (parts.length != PARTS || !parts[0].equals(order.wire())) {
      throw new IllegalArgumentException("not a place of this order: " + plain);
    }
    return new Place(order, key(parts[3], order.key()), dueAt(parts[1]), UUID.fromString(parts[2]));
  }

  private static @Nullable Instant dueAt(String text) {
    return text.isEmpty() ? null : instant(text);
  }

  private static Instant instant(String text) {
    var at = Instant.parse(text);
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException("not an instant that was given out: " + text);
    }
    return at;
  }

  private static String key(String text, DeadlineOrder.Key key) {
    var isKey =
        switch (key) {
          case DUE -> text.isEmpty();
          case SEVERITY -> text.matches("[012]");
          case UNIT, RULE, OFFICER -> text.length() <= LONGEST && text.indexOf('\0') < 0;
          case STARTED -> instant(text).toString().equals(text);
        };
    if (!isKey) {
      throw new IllegalArgumentException("not a key that was given out: " + text);
    }
    return text;
  }

  private PlaceText() {}
}
