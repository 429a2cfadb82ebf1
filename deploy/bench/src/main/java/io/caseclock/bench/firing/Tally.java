package io.caseclock.bench.firing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the outbox holds beside what was due.
 *
 * @param due how many deadlines
 * @param lost of those, how many it does not hold
 * @param doubled how many rows it holds beyond the first of each
 * @param strange how many rows it holds of what was not due
 */
record Tally(long due, long lost, long doubled, long strange) {

  /** Counts the keys of all rows of the outbox, as often as they stand there. */
  static Tally of(Collection<String> due, List<String> told) {
    Set<String> wanted = Set.copyOf(due);
    Set<String> seen = new HashSet<>();
    var doubled = 0L;
    var strange = 0L;
    for (var key : told) {
      if (!wanted.contains(key)) {
        strange++;
      } else if (!seen.add(key)) {
        doubled++;
      }
    }
    return new Tally(wanted.size(), wanted.size() - seen.size(), doubled, strange);
  }

  Tally and(Tally other) {
    return new Tally(
        due + other.due, lost + other.lost, doubled + other.doubled, strange + other.strange);
  }

  /** Everything once, and nothing else. */
  boolean isExact() {
    return lost == 0 && doubled == 0 && strange == 0;
  }
}
