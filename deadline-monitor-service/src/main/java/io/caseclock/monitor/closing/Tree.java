package io.caseclock.monitor.closing;

import io.caseclock.monitor.closing.ClosedPeriods.TreeUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The units as they stand in a tree, to add up what lies below each. */
final class Tree {

  private final List<TreeUnit> units;
  private final Map<String, TreeUnit> byId = new LinkedHashMap<>();

  Tree(List<TreeUnit> units) {
    this.units = List.copyOf(units);
    units.forEach(unit -> byId.put(unit.id(), unit));
  }

  /** The unit and those below it, by path. */
  List<TreeUnit> below(String unit) {
    var root = byId.get(unit);
    return root == null
        ? List.of()
        : units.stream().filter(each -> each.path().startsWith(root.path())).toList();
  }

  /** For each unit the values of itself and all below it; units without any are left out. */
  <T> Map<String, T> addedUp(Map<String, T> own, BinaryOperator<T> plus) {
    Map<String, T> added = new HashMap<>();
    own.forEach((unit, value) -> line(unit).forEach(each -> added.merge(each, value, plus)));
    return added;
  }

  /** The unit and those above it; the unit alone where it is unknown. */
  private List<String> line(String unit) {
    var entry = byId.get(unit);
    return entry == null
        ? List.of(unit)
        : Arrays.stream(entry.path().split("/")).filter(id -> !id.isEmpty()).toList();
  }
}
