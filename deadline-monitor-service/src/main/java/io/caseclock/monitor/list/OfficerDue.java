package io.caseclock.monitor.list;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What fell to an officer of a unit in a period: all that decides the officer's place.
 *
 * @param officer null where none is named, and where units are counted
 * @param due deadlines that were due, whoever did them in the end; none where only something was
 *     found
 * @param breached those of them that were late at any time
 */
public record OfficerDue(String unit, @Nullable String officer, long due, long breached) {

  public Proportion breaches() {
    return new Proportion(breached, due);
  }

  public Order order() {
    var breaches = breaches();
    return new Order(
        breaches.isTold(),
        breaches.isTold() ? breaches.interval().low() : 0,
        unit,
        officer == null ? "" : officer);
  }

  /**
   * A place among the others: first of whom it is surest that much is late, that is by the lower
   * end of the interval; those with too little to tell come last, by their ids.
   */
  public record Order(boolean isTold, double low, String unit, String officer)
      implements Comparable<Order> {

    private static final Comparator<Order> SUREST_FIRST =
        Comparator.comparing(Order::isTold)
            .thenComparing(Order::low)
            .reversed()
            .thenComparing(Order::unit)
            .thenComparing(Order::officer);

    @Override
    public int compareTo(Order other) {
      return SUREST_FIRST.compare(this, other);
    }
  }
}
