package io.caseclock.notify.notice.issue;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.notify.notice.Fault;
import java.time.Instant;
import java.util.Optional;

/** The breaches and findings that the monitor has told, as long as they hold. */
public interface KnownFaults {

  /** Takes note of what an event says about a fault, in the caller's transaction. */
  void note(DeadlineEvent event, Instant now);

  /** By the deadline's id, or the finding's; empty where it is unknown or holds no longer. */
  Optional<Fault> find(String id);
}
