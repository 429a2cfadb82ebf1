package io.caseclock.notify.console.bulletin;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became known after a period; see {@code GET /api/v1/statistics/corrections}. */
public record CorrectionsTold(List<Correction> corrections, @Nullable String next) {

  /**
   * A deadline that counts otherwise than it did.
   *
   * @param beforeNames what it was taken for; null where it did not count
   * @param afterNames what it is known as since; null where it does no longer
   */
  public record Correction(
      String caseId,
      String unit,
      String rule,
      LocalDate countedOn,
      Instant knownAt,
      @Nullable Names beforeNames,
      @Nullable Names afterNames) {}
}
