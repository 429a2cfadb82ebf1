package io.caseclock.audit;

import java.time.Instant;
import java.util.List;

/** Holds the entries of the audit log. */
public interface AuditStore {

  /** All of them or none, in a transaction of its own. */
  void append(List<AuditEntry> entries);

  /**
   * Deletes the oldest day that lies wholly before an instant, and so many entries from before the
   * chain; those of the last six months stay in any case, and so does the newest day.
   *
   * @return how many entries went; 0 when there is nothing left to forget
   */
  int forget(Instant before, int most);
}
