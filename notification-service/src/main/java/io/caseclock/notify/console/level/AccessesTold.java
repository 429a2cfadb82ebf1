package io.caseclock.notify.console.level;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of who opened restricted cases, as the monitor tells it; see {@code GET
 * /api/v1/break-glass}.
 *
 * @param next where the next page begins; null on the last
 */
public record AccessesTold(List<One> accesses, @Nullable String next) {

  /**
   * An access.
   *
   * @param unit who had the case then
   * @param fromUnit the unit of the account
   * @param finding justified or unjustified; null while nobody has reviewed it, as are the next
   *     three
   */
  public record One(
      String id,
      String caseId,
      String unit,
      String account,
      @Nullable String officer,
      String fromUnit,
      String reason,
      Instant at,
      Instant until,
      @Nullable String finding,
      @Nullable String note,
      @Nullable String reviewedBy,
      @Nullable Instant reviewedAt) {

    public boolean isReviewed() {
      return finding != null;
    }

    /** Leaves out what people wrote. */
    @Override
    public String toString() {
      return "One[" + id + "]";
    }
  }

  /** How many there are, as far as this page tells: {@code 100+} where there are more. */
  public String count() {
    return accesses.size() + (next == null ? "" : "+");
  }
}
