package io.caseclock.notify.bulletin;

import io.caseclock.contract.PeriodNumbers.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * Which bulletins are listed.
 *
 * @param root whose subtree is visible
 * @param unit only those about exactly this unit
 * @param after where the page begins
 */
public record BulletinQuery(
    String root, Optional<Kind> kind, Optional<String> unit, Optional<Place> after, int limit) {

  /** A place in the order, newest first. */
  public record Place(Instant issuedAt, String id) {}
}
