package io.caseclock.notify.notice;

import java.util.Optional;

/** Where notices live. Every method takes part in the caller's transaction. */
public interface Notices {

  boolean exists(String id);

  /** The notice, locked until the transaction ends. */
  Optional<Notice> locked(String id);

  /** The same, if it belongs to the unit's subtree. */
  Optional<Notice> lockedWithin(String id, String rootUnit);

  /** The unfinished notice of a deadline, locked; there is at most one. */
  Optional<Notice> openOf(String deadlineId);

  /** Stores a new notice and freezes its content as bytes with a hash. */
  void add(Notice notice, Fault fault);

  /** Stores the state after a step, and appends the step to the history and to the outbox. */
  void record(Notice after, NoticeStep step);
}
