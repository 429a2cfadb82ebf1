package io.caseclock.job;

import io.caseclock.rest.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of what a service does by the clock. Where it fails the log says so, and the next round
 * comes by itself: in one line where the database was away, with the stack where a person must
 * look.
 */
public final class JobRound {

  private static final Logger LOGGER = LoggerFactory.getLogger(JobRound.class);

  private JobRound() {}

  /**
   * Does the work.
   *
   * @param undone what was not done where it fails, in a few words that never change
   * @return whether it was done
   */
  public static boolean run(String undone, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      tell(undone, e);
      return false;
    }
  }

  /** Says in the log what was not done, and why. */
  public static void tell(String undone, RuntimeException cause) {
    (Problems.isTransient(cause) ? LOGGER.atWarn() : LOGGER.atError().setCause(cause))
        .addKeyValue("reason", String.valueOf(cause.getMessage()))
        .log(undone);
  }
}
