package io.caseclock.monitor.present;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts deadlines as they stand. */
public interface PresentCounts {

  /**
   * Whose deadlines are counted.
   *
   * @param unit the unit whose subtree is counted
   * @param officer only those of this officer; null for all
   */
  record Asked(String unit, @Nullable String officer, PresentDay day) {}

  /** By unit, each alone; units without any are left out. */
  Map<String, Figures> byUnit(Asked asked);
}
