package io.caseclock.monitor.history;

import io.caseclock.monitor.watch.ReleaseAs;
import java.time.Instant;
import java.util.UUID;

/**
 * A supervisor's decision on breaches that are history.
 *
 * @param unit whose breaches, and those of all units below it
 * @param deadlines how many were waiting and are released by it
 * @param by the officer, or the subject of the token of somebody who is none
 */
public record Release(
    UUID id, String unit, String rule, ReleaseAs as, int deadlines, String by, Instant at) {

  /** The same, of so many deadlines. */
  public Release releasing(int count) {
    return new Release(id, unit, rule, as, count, by, at);
  }
}
