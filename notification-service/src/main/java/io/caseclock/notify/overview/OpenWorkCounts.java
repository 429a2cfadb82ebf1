package io.caseclock.notify.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what waits for people. */
public interface OpenWorkCounts {

  /**
   * Whose work is counted, and by when it is due.
   *
   * @param unit the unit whose subtree received the notices and has the call-backs
   * @param officer only notices and call-backs about cases of this officer; null for all
   * @param callBacks the kinds of tasks that are call-backs
   * @param endOfToday the first instant after today
   */
  record Asked(
      String unit,
      @Nullable String officer,
      List<String> callBacks,
      Instant now,
      Instant endOfToday) {
    public Asked {
      callBacks = List.copyOf(callBacks);
    }
  }

  OpenWork of(Asked asked);
}
