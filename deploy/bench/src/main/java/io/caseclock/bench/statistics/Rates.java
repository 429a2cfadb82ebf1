package io.caseclock.bench.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How much a side did in a second, round by round.
 *
 * @param each slowest first
 */
public record Rates(String side, List<Double> each) {

  public Rates {
    if (each.isEmpty()) {
      throw new IllegalArgumentException("no round of " + side);
    }
    List<Double> sorted = new ArrayList<>(each);
    Collections.sort(sorted);
    each = List.copyOf(sorted);
  }

  /** The middle one; of an even number the mean of the two in the middle. */
  public double median() {
    var half = each.size() / 2;
    return each.size() % 2 == 1 ? each.get(half) : (each.get(half - 1) + each.get(half)) / 2;
  }

  public double slowest() {
    return each.getFirst();
  }

  public double fastest() {
    return each.getLast();
  }

  /** How many times as fast as another, by their medians. */
  public double timesAsFastAs(Rates other) {
    return other.median() == 0 ? Double.POSITIVE_INFINITY : median() / other.median();
  }

  /** {@code 12.3}, or {@code -} where the other did nothing. */
  public static String times(double ratio) {
    return Double.isInfinite(ratio) ? "-" : String.format(Locale.ROOT, "%,.1f", ratio);
  }

  public static String whole(double rate) {
    return String.format(Locale.ROOT, "%,.0f", rate);
  }
}
