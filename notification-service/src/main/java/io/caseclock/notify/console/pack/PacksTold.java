package io.caseclock.notify.console.pack;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packs that are in force in the monitor. */
record PacksTold(List<Told> packs) {

  /**
   * One of them.
   *
   * @param hash of its files
   * @param inForceAt since when this version holds; null before it was entered
   */
  record Told(
      String id,
      String version,
      String hash,
      Names names,
      String zone,
      @Nullable Instant inForceAt,
      int rules,
      int versions,
      int eventTypes,
      List<Named> lists,
      List<Named> indicators) {}

  /** A list or an indicator. */
  record Named(String id, Names names) {}

  /** What was put in force when, the newest first. */
  record Changes(List<Change> changes) {}

  /**
   * A change of the law.
   *
   * @param finishedAt when the last open deadline had been moved; null while it goes on
   */
  record Change(
      String pack,
      String packVersion,
      String calendarVersion,
      Instant inForceAt,
      @Nullable Instant finishedAt,
      int cases,
      int moved) {}
}
