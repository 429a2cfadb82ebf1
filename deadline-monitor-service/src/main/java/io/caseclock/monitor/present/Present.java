package io.caseclock.monitor.present;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stands at one moment.
 *
 * @param all the unit with all below it
 * @param below each unit directly below, likewise, by its place in the tree; what the unit has
 *     itself stands only in {@code all}
 * @param atZero the units that had something due this month so far and were never late in it, each
 *     alone
 */
public record Present(Standing all, List<Standing> below, AtZero atZero) {

  public Present {
    below = List.copyOf(below);
  }

  /**
   * One unit with all below it.
   *
   * @param names null where the directory does not know the unit
   * @param lastMonth as far as this month has gone
   */
  public record Standing(
      String unit,
      @Nullable Names names,
      Figures figures,
      DeadlineCounts thisMonth,
      DeadlineCounts lastMonth) {}

  /**
   * Units without a breach.
   *
   * @param count how many there are
   * @param of how many had anything due
   * @param first the first of them by their place in the tree
   */
  public record AtZero(int count, int of, List<UnitName> first) {
    public AtZero {
      first = List.copyOf(first);
    }
  }

  public record UnitName(String unit, Names names) {}
}
