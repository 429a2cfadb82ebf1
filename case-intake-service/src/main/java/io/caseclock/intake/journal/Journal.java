package io.caseclock.intake.journal;

import io.caseclock.contract.EventId;
import io.caseclock.ownership.Tenure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The append-only record of every accepted event. Reads show only what lies in the subtree of the
 * unit named.
 */
public interface Journal {

  /**
   * Keeps events together with what others shall learn of them: all or, where it throws, nothing. A
   * lot that goes beyond its client's quota is not kept, the others are.
   *
   * @param acceptedAt of the last of them, to the microsecond; each other one was accepted a
   *     microsecond before the next
   * @return of each lot, in their order, one outcome an event, in their order: {@link
   *     Outcome.OverQuota} of all or of none, and never {@link Outcome.Refused}
   */
  List<List<Outcome>> keep(List<Lot> lots, Instant acceptedAt);

  /** The unit of an accepted event, whoever asks; empty where there is no such event. */
  Optional<String> unitOf(EventId id);

  /** The case of an accepted event, whoever asks; empty where there is no such event. */
  Optional<String> caseOf(EventId id);

  /** To whom each of these cases belonged when, oldest first; absent where nobody opened it. */
  Map<String, List<Tenure>> tenures(Collection<String> caseIds);

  Optional<Receipt> receipt(EventId id, String visibleUnit);

  /** Events of a case in the order of acceptance. */
  List<JournalEntry> ofCase(String caseId, String visibleUnit, Window window);

  /** Conflicts in the order of their discovery. */
  List<Conflict> conflicts(String visibleUnit, Window window);
}
