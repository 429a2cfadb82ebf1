package io.caseclock.monitor.level;

import io.caseclock.contract.CaseLevel;
import java.time.Instant;

/**
 * The level of a case as somebody set it.
 *
 * @param reason why, in their own words
 * @param by the officer who set it; the account where it belongs to none
 */
public record SetLevel(String caseId, CaseLevel level, String reason, String by, Instant at) {

  /** Leaves out the reason, which may name persons. */
  @Override
  public String toString() {
    return "SetLevel[" + caseId + ", " + level + ", " + at + "]";
  }
}
