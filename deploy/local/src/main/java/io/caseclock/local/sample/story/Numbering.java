package io.caseclock.local.sample.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Running numbers per kind, unit and year; {@code A99012026000123} is no real case. */
public final class Numbering {

  private final Map<String, Integer> last = new HashMap<>();

  /** The next number of a case that began at {@code opensAt}. */
  public String next(String prefix, Unit unit, Instant opensAt) {
    var series = prefix + unit.id() + Rhythm.dayOf(opensAt).getYear();
    return "%s%06d".formatted(series, last.merge(series, 1, Integer::sum));
  }
}
