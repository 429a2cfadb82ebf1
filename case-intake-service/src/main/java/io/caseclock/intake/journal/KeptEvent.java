package io.caseclock.intake.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the journal.
 *
 * @param seq rises in the order of acceptance
 */
public record KeptEvent(
    long seq,
    String source,
    String id,
    String type,
    String subject,
    String caseId,
    String unit,
    @Nullable String officer,
    Instant time,
    @Nullable Instant recordedTime,
    Instant acceptedAt,
    String contentHash,
    Map<String, Object> data) {

  /** Leaves out the data, which may name people. */
  @Override
  public String toString() {
    return "KeptEvent[" + seq + " " + source + "#" + id + "]";
  }
}
