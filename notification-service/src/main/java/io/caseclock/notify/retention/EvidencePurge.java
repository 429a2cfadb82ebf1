package io.caseclock.notify.retention;

import java.time.Instant;
import java.util.List;

/** Files of evidence that go since they are kept long enough. */
public interface EvidencePurge {

  /**
   * What went of a case.
   *
   * @param caseId empty where a notice was of no case
   * @param files those of a notice of several cases are counted for each
   */
  record PurgedCase(String caseId, long files) {}

  /**
   * Deletes the evidence of so many notices at most, the oldest first, each with all of its files;
   * their hashes stay. A notice goes where each of its cases is at rest since before the instant:
   * nothing about it is open here or was told or done since, and it is not under legal hold.
   *
   * @param before never later than 184 days ago by the clock of the database, which is taken
   *     instead
   * @return empty where nothing is left to delete
   */
  List<PurgedCase> purge(Instant before, int notices);
}
