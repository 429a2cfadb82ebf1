package io.caseclock.monitor.casefile.rest;

import io.caseclock.contract.EventId;
import io.caseclock.monitor.casefile.EventPlace;
import io.caseclock.monitor.casefile.Urgency;
import io.caseclock.monitor.rest.CursorText;
import java.time.Instant;
import java.util.UUID;

/** Places among the events and the deadlines of a case, as the text of a parameter. */
final class Cursors {

  /** What PostgreSQL can hold and people can mean. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * A place among deadlines.
   *
   * @param at as of when they are ordered, the same on all pages
   */
  record DeadlinePlace(Instant at, Urgency place) {}

  static String text(EventPlace place) {
    return CursorText.of(place.occurredAt() + "\n" + place.id().source() + "\n" + place.id().id());
  }

  /** Reads what was given out; refuses anything else with IllegalArgumentException. */
  static EventPlace event(String text) {
    return CursorText.parse(text, Cursors::readEvent, Cursors::text);
  }

  private static EventPlace readEvent(String plain) {
    var parts = CursorText.parts(plain, "\n", 3);
    if (plain.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a cursor that was given out");
    }
    return new EventPlace(possible(Instant.parse(parts[0])), new EventId(parts[1], parts[2]));
  }

  static String text(DeadlinePlace place) {
    var urgency = place.place();
    return CursorText.of(
        place.at() + "|" + urgency.rank() + "|" + urgency.moment() + "|" + urgency.id());
  }

  /** Reads what was given out; refuses anything else with IllegalArgumentException. */
  static DeadlinePlace deadline(String text) {
    return CursorText.parse(text, Cursors::readDeadline, Cursors::text);
  }

  private static DeadlinePlace readDeadline(String plain) {
    var parts = CursorText.parts(plain, "|", 4);
    return new DeadlinePlace(
        possible(Instant.parse(parts[0])),
        new Urgency(
            Integer.parseInt(parts[1]), Long.parseLong(parts[2]), UUID.fromString(parts[3])));
  }

  private static Instant possible(Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException("no time of ours: " + at);
    }
    return at;
  }

  private Cursors() {}
}
