package io.caseclock.monitor.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The frozen lists; what was frozen never changes. */
public interface ListMeetings {

  /**
   * Freezes a list for the first meeting that was not made yet, alone among the replicas. Without a
   * meeting before, those are left out at whose set time nothing was known of the list.
   *
   * @return whether one was made
   */
  boolean freezeNext(WatchedList list, MeetingSchedule schedule, Instant now);

  /**
   * The newest first.
   *
   * @param unit which held it, and whose rows and numbers are asked for with those below it
   * @param before only older ones; null for all
   */
  List<Meeting> meetings(String list, String unit, @Nullable LocalDate before, int limit);

  /** Empty where none was held on that day, or the unit held none. */
  Optional<Meeting> meeting(String list, String unit, LocalDate on);

  /**
   * Its rows, the gravest first.
   *
   * @param which of them
   */
  List<Meeting.Row> rows(Meeting meeting, String unit, Meeting.Which which, Place after, int limit);
}
