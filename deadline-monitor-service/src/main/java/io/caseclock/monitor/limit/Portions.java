package io.caseclock.monitor.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits many cases into portions that fit into memory. */
public final class Portions {

  /** How many rows, events and deadlines together, are held at a time. */
  public static final long MOST = 50_000;

  /**
   * Keeps the order. A case that is larger by itself than {@code most} is a portion of its own.
   *
   * @param sizes the number of rows of each case
   */
  public static List<List<String>> of(Map<String, Long> sizes, long most) {
    List<List<String>> portions = new ArrayList<>();
    List<String> portion = new ArrayList<>();
    var held = 0L;
    for (var one : sizes.entrySet()) {
      if (!portion.isEmpty() && held + one.getValue() > most) {
        portions.add(List.copyOf(portion));
        portion.clear();
        held = 0;
      }
      portion.add(one.getKey());
      held += one.getValue();
    }
    if (!portion.isEmpty()) {
      portions.add(List.copyOf(portion));
    }
    return portions;
  }

  private Portions() {}
}
