package io.caseclock.archive;

import java.io.IOException;
import java.io.OutputStream;

/** All that this service keeps about one case. */
public interface CaseArchive {

  /** Whether anything is kept about the case. */
  boolean knows(String caseId);

  /**
   * Writes a ZIP file of what was committed at one instant: {@code about.json} with the values of
   * the cover, for each kind of thing a file of JSON lines, which is empty where there is none,
   * what was kept as files, and last {@code SHA256SUMS} over all of them, as {@code sha256sum}
   * reads it. A file without {@code SHA256SUMS} broke off.
   *
   * @throws IOException where whoever takes it has gone
   */
  void write(Cover cover, OutputStream out) throws IOException;
}
