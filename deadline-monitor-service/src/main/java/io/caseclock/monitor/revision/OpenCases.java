package io.caseclock.monitor.revision;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.monitor.watch.WatchedCases.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cases in which something is open, page by page in the order of their ids. */
public interface OpenCases {

  /**
   * @param visibleUnit only cases with an open deadline in this unit's subtree; null for all
   * @param after the last id of the page before; null for the first page
   */
  List<String> page(@Nullable String visibleUnit, @Nullable String after, int limit);

  /** How many cases have an open deadline in the unit's subtree. */
  int count(String visibleUnit);

  /** Those with an open deadline of a pack that rests on another version of it or its calendar. */
  List<String> outdated(
      String pack, String packVersion, String calendarVersion, @Nullable String after, int limit);

  /**
   * How much is kept of each case, in the order of the ids.
   *
   * @param most where counting the events of a case ends
   */
  List<Size> sizes(List<String> caseIds, int most);

  /** The whole timelines, without any lock. */
  Map<String, List<CaseEvent>> events(List<String> caseIds);

  /** The kept deadlines, open and closed, without any lock. */
  Map<String, List<StoredDeadline>> deadlines(List<String> caseIds);
}
