package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.monitor.limit.QuarantineReason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kept cases. */
public interface WatchedCases {

  /** Runs work in one transaction; everything it writes stands, or nothing. */
  <T> T transact(Function<Session, T> work);

  /**
   * How much is kept of a case.
   *
   * @param unit the unit that opened it
   * @param setAside why it is set aside, as {@link QuarantineReason#wire} has it; null where it is
   *     not
   * @param contentsDeleted whether contents of its events are gone, so that it is never evaluated
   */
  record Size(
      String caseId,
      String unit,
      @Nullable String setAside,
      long events,
      long deadlines,
      boolean contentsDeleted) {}

  /** The work inside one transaction. */
  interface Session {

    /**
     * Locks the cases, then keeps the events.
     *
     * @return those that were not kept before; a repeated delivery is not among them
     */
    List<CaseEvent> keep(List<CaseEvent> events, Instant now);

    /** Those of the cases that could not be evaluated when they were last tried. */
    Set<String> quarantined(Collection<String> caseIds);

    /**
     * Locks cases that are to be evaluated since time passed, and nobody else has locked.
     *
     * @param limit how many at most
     */
    List<String> claimDue(Instant now, int limit);

    /** Locks cases that are to be evaluated without a new event. */
    void lock(Collection<String> caseIds);

    /**
     * How much is kept of each case, in the order of the ids; what is not kept at all is left out.
     *
     * @param most where counting the events of a case ends, so that a huge one costs no more
     */
    List<Size> sizes(Collection<String> caseIds, int most);

    /** The whole file of each case, which is locked. */
    Map<String, StoredCase> files(Collection<String> caseIds);

    /** Those of the entries that came late since nothing could come. */
    Set<UUID> causedBySilence(List<LateEntry> entries);

    /** Writes the changes and hands the news over to the outbox. */
    void save(List<CaseChange> changes, Instant now);

    /** Hands news over to the outbox. */
    void tell(List<DeadlineEvent> news, Instant now);

    /** Marks a case as not evaluated; its deadlines are shown as unverified. */
    void quarantine(String caseId, QuarantineReason why, Instant now);

    /** Takes the mark away again. */
    void release(Collection<String> caseIds, Instant now);
  }
}
