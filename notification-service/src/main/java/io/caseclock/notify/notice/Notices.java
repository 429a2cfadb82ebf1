package io.caseclock.notify.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stores notices. Every method takes part in the caller's transaction. */
public interface Notices {

  /** Locks the issuing of notices for units until the caller's transaction ends. */
  void lockIssuing(Collection<String> units);

  /**
   * Looks up at once what a batch will ask of these notices and deadlines one by one; where it will
   * issue, the issuing units are locked before.
   */
  void foresee(Collection<String> ids, Collection<String> deadlineIds);

  /**
   * The next number of a unit's year, counted apart for each kind. It stays locked until the
   * caller's transaction ends, and a transaction that fails gives it back: so there are neither
   * gaps nor doubles.
   */
  NoticeNumber nextNumber(NoticeKind kind, String unit, int year);

  boolean exists(String id);

  /** Whether there is such a notice and it is not finished. */
  boolean isOpen(String id);

  /** The notice, locked until the transaction ends. */
  Optional<Notice> locked(String id);

  /** The same, if it was issued to or by a unit of the subtree. */
  Optional<Notice> lockedWithin(String id, String rootUnit);

  /** The unfinished notice that covers a deadline, locked; there is at most one. */
  Optional<Notice> openOf(String deadlineId);

  /** The unfinished notice for the very same finding, where there is one. */
  Optional<Notice> openOfFinding(String unit, String caseId, String provision, String text);

  /** The unfinished supervision orders that name a notice, locked. */
  List<Notice> openOrdersOn(String noticeId);

  /** Stores a new notice with its faults and what was issued as JSON. */
  void add(Notice notice, List<Fault> faults, StoredDocument json);

  /** Stores what has changed without a step. */
  void change(Notice after);

  /** Stores the state after a step, and appends the step to the history and to the outbox. */
  void record(Notice after, NoticeStep step);

  /** The deadlines of the notice's faults that still hold. */
  List<String> openDeadlines(String noticeId);

  /** Notes that a fault has proved wrong; says how many faults of the notice still hold. */
  int dropFault(String noticeId, String deadlineId, Instant at);

  /** The newest step that a person took; where none has, the newest. */
  Optional<NoticeStep> lastStep(String noticeId);
}
