package io.caseclock.monitor.history;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.monitor.watch.StoredDeadline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The kept decisions. */
public interface HistoryReleases {

  /**
   * Releases what waits: the breaches of the rule in the unit and below that are history, overdue
   * to this day and not released. All in one transaction; nothing is kept where nothing waits.
   *
   * @param decision how; its number of deadlines is found here
   * @param most how many at once, the oldest first
   * @param news what is told of them
   * @return the decision as it is kept; empty where nothing waits
   */
  Optional<Release> release(
      Release decision, int most, Function<List<StoredDeadline>, List<DeadlineEvent>> news);

  /** The newest decision on exactly this unit and rule. */
  Optional<Release> newest(String unit, String rule);
}
