package io.caseclock.notify.indicator;

import java.util.List;

/** Counts one rate. */
@FunctionalInterface
public interface StretchCounter {

  /**
   * What was counted in each of the stretches, in their order, as it is known now.
   *
   * @param unit the unit whose subtree is counted
   */
  List<Counted> count(String unit, Stretches stretches);
}
