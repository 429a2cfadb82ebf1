package io.caseclock.retention;

import java.time.Instant;
import java.util.List;

/** A kind of data that goes once it is kept long enough. */
@FunctionalInterface
public interface Purge {

  /**
   * What went of a case.
   *
   * @param caseId empty for what is of no case
   * @param things those of several cases are counted for each
   */
  record PurgedCase(String caseId, long things) {}

  /**
   * Deletes so much at most, the oldest first; hashes of it stay. Something goes where each of its
   * cases is at rest since before the instant: nothing about it is open here or was told or done
   * since, and it is not under legal hold.
   *
   * @param before never later than 184 days ago by the clock of the database, which is taken
   *     instead
   * @return empty where nothing is left to delete
   */
  List<PurgedCase> purge(Instant before, int most);
}
