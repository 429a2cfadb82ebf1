package io.caseclock.notify.level;

import io.caseclock.contract.CaseLevelStated.Access;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access in need of which the supervisors have to be told.
 *
 * @param unit whose supervisors review it
 * @param account whose account sees the case
 * @param officer the officer whose account it is; null for none
 * @param reason why, in their own words
 * @param until the first instant at which the account does not see the case any more
 */
public record OwedAccess(
    UUID id,
    String caseId,
    String unit,
    String account,
    @Nullable String officer,
    String reason,
    Instant until) {

  static OwedAccess of(String caseId, Access access) {
    return new OwedAccess(
        access.id(),
        caseId,
        access.unit(),
        access.account(),
        access.officer(),
        access.reason(),
        access.until());
  }

  /** Leaves out the reason. */
  @Override
  public String toString() {
    return "OwedAccess[" + id + ", " + account + "]";
  }
}
