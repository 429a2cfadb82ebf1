package io.caseclock.local;

import java.time.Duration;

/** Whoever wants to know how far a start or a stop has come. Called from several threads. */
public interface ProgressListener {

  /** A progress that nobody looks at. */
  ProgressListener SILENT = (step, took, note) -> {};

  /**
   * A step is done.
   *
   * @param note what the step led to, an address for instance; may be empty
   */
  void done(String step, Duration took, String note);
}
