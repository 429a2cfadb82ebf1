package io.caseclock.hold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing of a case is deleted, from when it was placed until it is released.
 *
 * @param caseId in its normal form
 * @param placedBy the account
 * @param release null as long as it holds
 */
public record LegalHold(
    String caseId, String reason, String placedBy, Instant placedAt, @Nullable Release release) {

  /**
   * Its end.
   *
   * @param by the account
   */
  public record Release(String reason, String by, Instant at) {}

  public boolean isInForce() {
    return release == null;
  }
}
