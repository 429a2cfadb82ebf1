package io.caseclock.notify.retention;

import io.caseclock.notify.retention.EvidencePurge.PurgedCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes evidence that is kept long enough, where a site has said how long that is. */
public final class PurgeEvidence {

  private static final int NOTICES_AT_ONCE = 20;

  private final EvidencePurge evidence;
  private final @Nullable Duration keptFor;

  /**
   * @param keptFor after the last thing that happened to a case; null for ever
   */
  public PurgeEvidence(EvidencePurge evidence, @Nullable Duration keptFor) {
    this.evidence = evidence;
    this.keptFor = keptFor;
  }

  public boolean isOn() {
    return keptFor != null;
  }

  /** One batch; empty where there is nothing, or nothing left, to delete. */
  public List<PurgedCase> next(Instant now) {
    return keptFor == null ? List.of() : evidence.purge(now.minus(keptFor), NOTICES_AT_ONCE);
  }
}
