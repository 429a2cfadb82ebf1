package io.caseclock.audit;

import java.time.Instant;
import java.util.List;

/** Holds the entries of the audit log. */
public interface AuditStore {

  /** All of them or none, in a transaction of its own. */
  void append(List<AuditEntry> entries);

  /**
   * Deletes entries from before an instant, so many at once; those of the last six months stay in
   * any case.
   *
   * @return how many
   */
  int forget(Instant before, int most);
}
