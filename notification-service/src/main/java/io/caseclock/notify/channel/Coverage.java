package io.caseclock.notify.channel;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The units that a group robot or webhook listens to, and all below them.
 *
 * @param units empty for every unit
 */
public record Coverage(Set<String> units) {

  public Coverage {
    units = Set.copyOf(units);
  }

  /**
   * How far above a unit the nearest unit listened to lies.
   *
   * @param unitAndAbove a unit, then the one above it, up to the topmost
   * @return 0 for the unit itself; beyond the topmost where every unit is listened to; empty where
   *     this one is not
   */
  public OptionalInt distance(List<String> unitAndAbove) {
    if (units.isEmpty()) {
      return OptionalInt.of(unitAndAbove.size());
    }
    for (var up = 0; up < unitAndAbove.size(); up++) {
      if (units.contains(unitAndAbove.get(up))) {
        return OptionalInt.of(up);
      }
    }
    return OptionalInt.empty();
  }
}
