package io.caseclock.intake.journal;

import io.caseclock.contract.Posting;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the journal.
 *
 * @param seq rises in the order of acceptance
 * @param posting on whose behalf it was posted; null for what the intake itself added
 * @param asSent what the sender wrote where an identifier was folded, by JSON pointer; null where
 *     nothing was
 * @param historyUntil what it led to before that instant is told to nobody; null where nothing is
 *     history
 * @param contentsDeletedAt when its data, and who was named responsible, were deleted, kept long
 *     enough; null while they are there
 */
public record JournalEntry(
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
    @Nullable Posting posting,
    Map<String, Object> data,
    @Nullable Map<String, Object> asSent,
    @Nullable Instant historyUntil,
    @Nullable Instant contentsDeletedAt) {

  /** Leaves out the data, which may name people. */
  @Override
  public String toString() {
    return "KeptEvent[" + seq + " " + source + "#" + id + "]";
  }
}
