package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The kept cases. */
public interface WatchedCases {

  /** Runs work in one transaction; everything it writes stands, or nothing. */
  <T> T transact(Function<Session, T> work);

  /** The work inside one transaction. */
  interface Session {

    /**
     * Locks the cases, then keeps the events.
     *
     * @return those that were not kept before; a repeated delivery is not among them
     */
    List<CaseEvent> keep(List<CaseEvent> events, Instant now);

    /** Locks cases that are to be evaluated without a new event. */
    void lock(Collection<String> caseIds);

    /** The whole file of each case, with its deadlines locked. */
    Map<String, CaseFile> files(Collection<String> caseIds);

    /** Writes the changes and hands the news over to the outbox. */
    void save(List<CaseChange> changes, Instant now);

    /** Marks a case as not evaluated; its deadlines are shown as unverified. */
    void quarantine(String caseId, String reason, Instant now);

    /** Takes the mark away again. */
    void release(Collection<String> caseIds, Instant now);
  }
}
