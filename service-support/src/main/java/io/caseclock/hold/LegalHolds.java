package io.caseclock.hold;

import java.time.Instant;
import java.util.List;

/**
 * The legal holds of this service, by case; whether anything is known of the case does not matter.
 * Once {@link #place} has returned, no deletion that respects holds takes anything of the case.
 */
public interface LegalHolds {

  /**
   * Holds the case, unless it is held.
   *
   * @return the hold in force: the new one, or the one that was there, unchanged
   */
  LegalHold place(String caseId, String reason, String by, Instant at);

  /** Ends the hold; false where the case is not held. */
  boolean release(String caseId, String reason, String by, Instant at);

  /** The newest hundred holds of the case, the newest first; at most the first is in force. */
  List<LegalHold> of(String caseId);
}
