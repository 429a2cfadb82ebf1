package io.caseclock.monitor.level.rest;

import io.caseclock.monitor.level.Access;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who opened a restricted case, and what became of it.
 *
 * @param unit who had the case then
 * @param fromUnit the unit of the account
 * @param state open while it waits for a review; reviewed
 * @param finding justified or unjustified; null while it is open, as are the next three
 */
public record AccessView(
    UUID id,
    String caseId,
    String unit,
    String account,
    @Nullable String officer,
    String fromUnit,
    String reason,
    Instant at,
    Instant until,
    String state,
    @Nullable String finding,
    @Nullable String note,
    @Nullable String reviewedBy,
    @Nullable Instant reviewedAt) {

  static AccessView of(Access access) {
    var review = access.review();
    return new AccessView(
        access.id(),
        access.caseId(),
        access.unit(),
        access.account(),
        access.officer(),
        access.fromUnit(),
        access.reason(),
        access.at(),
        access.until(),
        review == null ? "open" : "reviewed",
        review == null ? null : review.finding().wire(),
        review == null ? null : review.note(),
        review == null ? null : review.by(),
        review == null ? null : review.at());
  }

  /** Leaves out what people wrote. */
  @Override
  public String toString() {
    return "AccessView[" + id + "]";
  }
}
