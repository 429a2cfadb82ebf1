package io.caseclock.monitor.present;

import io.caseclock.directory.UnitEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The units directly below one, and which of them every unit of its subtree belongs to. */
final class DirectlyBelow {

  private final Map<String, UnitEntry> children = new LinkedHashMap<>();
  private final Map<String, String> childOf = new HashMap<>();

  /**
   * @param subtree the unit itself first, and all below it; empty where the unit is unknown
   */
  DirectlyBelow(List<UnitEntry> subtree) {
    if (subtree.isEmpty()) {
      return;
    }
    var above = subtree.getFirst().path().length();
    for (var entry : subtree.subList(1, subtree.size())) {
      var rest = entry.path().substring(above);
      var child = rest.substring(0, rest.indexOf('/'));
      childOf.put(entry.id(), child);
      if (child.equals(entry.id())) {
        children.put(child, entry);
      }
    }
  }

  /** By path. */
  List<UnitEntry> units() {
    return new ArrayList<>(children.values());
  }

  /** What single units have, added up for each unit directly below. */
  <T> Map<String, T> addedUp(Map<String, T> ofUnits, BinaryOperator<T> plus) {
    Map<String, T> sums = new HashMap<>();
    ofUnits.forEach(
        (unit, value) -> {
          var child = childOf.get(unit);
          if (child != null) {
            sums.merge(child, value, plus);
          }
        });
    return sums;
  }
}
