package io.caseclock.notify.bulletin;

import io.caseclock.contract.PeriodNumbers.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which bulletins are listed.
 *
 * @param root whose subtree is visible
 * @param unit only those about exactly this unit
 * @param serial only those of this number
 * @param from only those whose period ends on this day or later
 * @param to only those whose period begins on this day or earlier
 * @param after where the page begins
 */
public record BulletinQuery(
    String root,
    Optional<Kind> kind,
    Optional<String> unit,
    Optional<Integer> serial,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Place> after,
    int limit) {

  /** A place in the order, newest first. */
  public record Place(Instant issuedAt, String id) {

    /** As the {@code next} of a page tells it. */
    public String text() {
      return issuedAt + "_" + id;
    }
  }
}
