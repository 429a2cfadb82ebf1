package io.caseclock.notify.console.directory;

import io.caseclock.contract.Names;
import io.caseclock.directory.UnitEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A unit in its tree, written as a list inside lists.
 *
 * @param officers who hold a post in exactly this unit
 * @param hasBelow whether units below it follow
 * @param isOpen whether they are shown at first
 * @param closes one for each list that ends behind it
 */
record UnitLine(
    String id,
    Names names,
    String kind,
    int officers,
    boolean hasBelow,
    boolean isOpen,
    List<Integer> closes) {

  private static final int OPEN_LEVELS = 2;

  public String path() {
    return DirectoryLinks.unit(id);
  }

  /**
   * The tree.
   *
   * @param units by path, the root first
   */
  static List<UnitLine> tree(List<UnitEntry> units, Map<String, Integer> headcount) {
    List<UnitLine> lines = new ArrayList<>();
    var top = units.isEmpty() ? 0 : depth(units.getFirst());
    for (var i = 0; i < units.size(); i++) {
      var unit = units.get(i);
      var depth = depth(unit) - top;
      var next = i + 1 < units.size() ? depth(units.get(i + 1)) - top : 0;
      lines.add(
          new UnitLine(
              unit.id(),
              unit.names(),
              unit.kind(),
              headcount.getOrDefault(unit.id(), 0),
              next > depth,
              depth < OPEN_LEVELS - 1,
              Collections.nCopies(Math.max(0, depth - next), depth)));
    }
    return lines;
  }

  private static int depth(UnitEntry unit) {
    return unit.ancestors().size();
  }
}
