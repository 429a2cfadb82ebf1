package io.caseclock.monitor.revision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of what was put in force when. */
public interface LawChanges {

  /**
   * One entry.
   *
   * @param finishedAt when the last open deadline had been moved; null while it goes on
   * @param cases how many cases were evaluated anew
   * @param moved how many deadlines changed
   */
  record LawChange(
      long id,
      String pack,
      String packVersion,
      String calendarVersion,
      Instant inForceAt,
      @Nullable Instant finishedAt,
      int cases,
      int moved) {}

  /** Puts a version in force, if the newest entry of the pack is another one. */
  void putInForce(String pack, String packVersion, String calendarVersion, Instant now);

  /** The newest entry of a pack. */
  Optional<LawChange> newest(String pack);

  /** Adds to the counts of an entry. */
  void progressed(long id, int cases, int moved);

  void finished(long id, Instant now);

  /** All entries, newest first. */
  List<LawChange> all();
}
