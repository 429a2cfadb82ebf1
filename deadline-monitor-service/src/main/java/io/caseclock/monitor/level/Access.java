package io.caseclock.monitor.level;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A restricted case that somebody opened for a while, although it is hidden from them.
 *
 * @param unit who had the case then, and whose supervisors review it
 * @param account who opened it
 * @param officer the officer whose account it is; null for none
 * @param fromUnit the unit of the account
 * @param reason why, in their own words
 * @param until when it ends, or ended
 * @param review null while nobody has reviewed it
 */
public record Access(
    UUID id,
    String caseId,
    String unit,
    String account,
    @Nullable String officer,
    String fromUnit,
    String reason,
    Instant at,
    Instant until,
    @Nullable Review review) {

  /** Whether the account, or the officer, is the one who opened it. */
  public boolean isOf(String otherAccount, @Nullable String otherOfficer) {
    return account.equals(otherAccount) || (officer != null && officer.equals(otherOfficer));
  }

  /** Leaves out the reason, which may name persons. */
  @Override
  public String toString() {
    return "Access[" + id + ", " + caseId + ", " + account + ", " + at + "]";
  }
}
