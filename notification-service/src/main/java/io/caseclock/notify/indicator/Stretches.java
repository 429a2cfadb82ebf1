package io.caseclock.notify.indicator;

import java.time.Instant;
import java.util.List;

/**
 * Stretches of time that follow each other without a gap.
 *
 * @param bounds in ascending order, at least two: each stretch begins at one of them, inclusive,
 *     and ends at the next, exclusive
 */
public record Stretches(List<Instant> bounds) {

  public Stretches {
    bounds = List.copyOf(bounds);
    if (bounds.size() < 2) {
      throw new IllegalArgumentException("a stretch has two ends: " + bounds);
    }
  }

  public int count() {
    return bounds.size() - 1;
  }

  /** As a database reads them. */
  public List<String> texts() {
    return bounds.stream().map(Instant::toString).toList();
  }
}
