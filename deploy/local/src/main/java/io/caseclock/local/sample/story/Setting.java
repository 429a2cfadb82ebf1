package io.caseclock.local.sample.story;

import java.time.Instant;

/**
 * Where and when a history begins.
 *
 * @param caseId with its kind's prefix, such as {@code A99012026000123}
 */
public record Setting(String caseId, Unit unit, Officer officer, Instant opensAt) {

  /** The number without its prefix. */
  String digits() {
    return caseId.substring(1);
  }
}
