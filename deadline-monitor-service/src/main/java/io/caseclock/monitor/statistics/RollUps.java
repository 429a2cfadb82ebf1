package io.caseclock.monitor.statistics;

import java.time.Instant;

/** The sums that are kept beside the deadlines. */
public interface RollUps {

  /**
   * Adds up what was appended since the last time; one replica at a time, the others return at
   * once.
   *
   * @param limit how many changes at most
   * @return how many were added up
   */
  int addUp(int limit);

  /**
   * Whether they are built for the tree of units as it is: not after an update from a version that
   * had none, and not once a unit has moved.
   */
  boolean areBuilt();

  /**
   * Builds them anew from the deadlines. What was known when stays as it is. Writers wait
   * meanwhile.
   *
   * @return how many deadlines count
   */
  long rebuild(Instant now);
}
