package io.caseclock.intake.journal;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked event, ready to be kept.
 *
 * @param caseId the timeline it belongs to; the subject itself for news of the directory
 * @param unit the unit in whose subtree it is seen
 * @param recordedAt when the sender recorded it; null where it does not say
 * @param data without null members
 * @param news what it says of the directory; null for an event of a case
 */
public record JournalEntry(
    EventId eventId,
    String type,
    Subject subject,
    String caseId,
    String unit,
    @Nullable String officer,
    Instant occurredAt,
    @Nullable Instant recordedAt,
    Map<String, Object> data,
    @Nullable DirectoryEvent news) {

  public JournalEntry {
    data = Map.copyOf(data);
  }

  /** Leaves out the data, which may name people. */
  @Override
  public String toString() {
    return "JournalEntry[" + eventId + " " + type + " " + subject + "]";
  }
}
