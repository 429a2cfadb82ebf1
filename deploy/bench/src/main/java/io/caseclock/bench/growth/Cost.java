package io.caseclock.bench.growth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What something cost, round by round.
 *
 * @param each cheapest first
 */
record Cost(List<Double> each) {

  Cost {
    if (each.isEmpty()) {
      throw new IllegalArgumentException("no round");
    }
    List<Double> sorted = new ArrayList<>(each);
    Collections.sort(sorted);
    each = List.copyOf(sorted);
  }

  double median() {
    return each.get(each.size() / 2);
  }

  /** The median, then the cheapest and the dearest round. */
  String text() {
    return "%,.2f (%,.2f to %,.2f)".formatted(median(), each.getFirst(), each.getLast());
  }
}
