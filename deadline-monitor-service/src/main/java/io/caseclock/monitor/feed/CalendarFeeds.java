package io.caseclock.monitor.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The kept links, and what they show. */
public interface CalendarFeeds {

  /** The officer's links, the newest first. */
  List<CalendarFeed> of(String officer);

  /**
   * Keeps a link, unless its officer has so many already.
   *
   * @param hash of its secret
   * @return whether it is kept
   */
  boolean add(CalendarFeed feed, String hash, int most);

  /** Whether the officer had such a link; from now on nobody has. */
  boolean remove(String officer, UUID id);

  Optional<CalendarFeed> find(String hash);

  void wasRead(UUID id, Instant at);

  /**
   * Running deadlines of the officer in the unit and below, late or not: those nearest to now, in
   * the order in which they are due.
   */
  List<FeedEntry> entries(String officer, String unit, Instant now, int most);
}
