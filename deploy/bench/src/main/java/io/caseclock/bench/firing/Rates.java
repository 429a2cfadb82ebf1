package io.caseclock.bench.firing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How many deadlines a second a side fired, round by round.
 *
 * @param each slowest first
 */
record Rates(String side, List<Double> each) {

  Rates {
    if (each.isEmpty()) {
      throw new IllegalArgumentException("no round of " + side);
    }
    List<Double> sorted = new ArrayList<>(each);
    Collections.sort(sorted);
    each = List.copyOf(sorted);
  }

  /** The middle one; of an even number the mean of the two in the middle. */
  double median() {
    var half = each.size() / 2;
    return each.size() % 2 == 1 ? each.get(half) : (each.get(half - 1) + each.get(half)) / 2;
  }

  double slowest() {
    return each.getFirst();
  }

  double fastest() {
    return each.getLast();
  }

  /** How many times as fast as another, by their medians. */
  double timesAsFastAs(Rates other) {
    return other.median() == 0 ? Double.POSITIVE_INFINITY : median() / other.median();
  }

  /** {@code 12.3}, or {@code -} where the other fired nothing. */
  static String times(double ratio) {
    return Double.isInfinite(ratio) ? "-" : String.format(Locale.ROOT, "%,.1f", ratio);
  }

  static String whole(double rate) {
    return String.format(Locale.ROOT, "%,.0f", rate);
  }
}
