package io.caseclock.monitor.list;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads what stands in the lists of a unit and all below it. */
public interface ListRows {

  /** The numbers of each list at the instant, by its id; lists that hold nothing may be absent. */
  Map<String, ListNumbers> numbers(List<WatchedList> lists, String unit, Instant at);

  /**
   * Rows as they stood at the instant by what is known now, the gravest first.
   *
   * @param after where the page begins
   */
  List<ListRow> rows(WatchedList list, String unit, Instant at, Place after, int limit);
}
