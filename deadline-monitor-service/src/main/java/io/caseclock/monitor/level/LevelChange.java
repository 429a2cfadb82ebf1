package io.caseclock.monitor.level;

import io.caseclock.contract.CaseLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody set the level of a case.
 *
 * @param from what was set before; null where nothing was, or where it was not kept
 * @param reason why, in their own words
 * @param by the officer who set it; the account where it belongs to none
 */
public record LevelChange(
    @Nullable CaseLevel from, CaseLevel to, String reason, String by, Instant at) {

  /** So many of a case are shown. */
  public static final int MOST_SHOWN = 100;

  /** Leaves out the reason, which may name persons. */
  @Override
  public String toString() {
    return "LevelChange[" + from + ", " + to + ", " + at + "]";
  }
}
