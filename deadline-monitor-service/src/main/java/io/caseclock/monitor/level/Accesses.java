package io.caseclock.monitor.level;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is kept who opened which restricted case. */
public interface Accesses {

  /** A place in the listing, which is the oldest first. */
  record Place(Instant at, UUID id) {}

  /**
   * Which are listed.
   *
   * @param unit to the cases of this unit and all below it
   * @param reviewed those that somebody has reviewed, or those that wait for it
   */
  record Which(String unit, boolean reviewed) {}

  /** Keeps it; false where one of the same account to the same case lasts at that moment. */
  boolean keep(Access access);

  /**
   * A page.
   *
   * @param after where the page before ended; null for the first
   */
  List<Access> page(Which which, @Nullable Place after, int limit);

  /** One to a case of the unit, or of one below it. */
  Optional<Access> find(String unit, UUID id);

  /**
   * Until when the account sees the case because it opened it; empty where none of its accesses
   * lasts at that moment.
   */
  Optional<Instant> openUntil(String caseId, String account, Instant now);

  /** Keeps a review; false where there is one already. One that finds no need ends the access. */
  boolean review(UUID id, Review review);
}
