package io.caseclock.monitor.statistics;

import io.caseclock.contract.DeadlineCounts;
import java.util.List;

/**
 * What was counted in one group.
 *
 * @param keys one for each grouping that was asked for, in their order: an id, or the first day of
 *     a stretch of time; empty text where no officer is named
 */
public record Group(List<String> keys, DeadlineCounts counts) {

  public Group {
    keys = List.copyOf(keys);
  }

  public String key() {
    return keys.getFirst();
  }
}
