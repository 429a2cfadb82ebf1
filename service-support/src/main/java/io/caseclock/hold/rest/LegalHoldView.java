package io.caseclock.hold.rest;

import io.caseclock.hold.LegalHold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case is held, and all of its holds.
 *
 * @param held whether one is in force: the first
 * @param holds the newest first, at most a hundred
 */
public record LegalHoldView(String caseId, boolean held, List<Hold> holds) {

  /**
   * One of them.
   *
   * @param release null as long as it is in force
   */
  public record Hold(
      String reason, String placedBy, Instant placedAt, LegalHold.@Nullable Release release) {}

  static LegalHoldView of(String caseId, List<LegalHold> holds) {
    return new LegalHoldView(
        caseId,
        holds.stream().anyMatch(LegalHold::isInForce),
        holds.stream()
            .map(hold -> new Hold(hold.reason(), hold.placedBy(), hold.placedAt(), hold.release()))
            .toList());
  }
}
