package io.caseclock.monitor.standing.rest;

import io.caseclock.contract.StorableText;
import io.caseclock.monitor.rest.CursorText;
import io.caseclock.monitor.standing.ReadStanding.Place;
import java.util.Comparator;

/**
 * A place in the order of units: by rank, those that have none last; those of one rank by id.
 *
 * @param rank the largest number where the unit is not judged
 */
record StandingCursor(int rank, String unit) implements Comparable<StandingCursor> {

  private static final String BETWEEN = "\n";

  private static final Comparator<StandingCursor> BEST_FIRST =
      Comparator.comparing(StandingCursor::rank).thenComparing(StandingCursor::unit);

  static StandingCursor of(Place place) {
    var rank = place.rank();
    return new StandingCursor(rank == null ? Integer.MAX_VALUE : rank.rank(), place.unit().id());
  }

  @Override
  public int compareTo(StandingCursor other) {
    return BEST_FIRST.compare(this, other);
  }

  String text() {
    return CursorText.of(rank + BETWEEN + unit);
  }

  /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
  static StandingCursor parse(String text) {
    return CursorText.parse(text, StandingCursor::read, StandingCursor::text);
  }

  private static StandingCursor read(String plain) {
    var parts = CursorText.parts(plain, BETWEEN, 2);
    if (!StorableText.is(plain)) {
      throw new IllegalArgumentException("not a cursor: " + plain);
    }
    return new StandingCursor(Integer.parseInt(parts[0]), parts[1]);
  }
}
