package io.caseclock.intake.journal;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A checked event, ready to be kept.
 *
 * @param caseId the timeline it belongs to; the subject itself for news of the directory
 * @param unit the unit in whose subtree it is seen
 * @param recordedAt when the sender recorded it; null where it does not say
 * @param posting on whose behalf it was posted; null for what the intake itself adds
 * @param history up to when what follows from it is told to nobody
 * @param data without null members, its identifiers in their normal form
 * @param news what it says of the directory; null for an event of a case
 * @param asSent what the sender wrote where an identifier was folded, by JSON pointer
 */
public record CheckedEvent(
    EventId eventId,
    String type,
    Subject subject,
    String caseId,
    String unit,
    @Nullable String officer,
    Instant occurredAt,
    @Nullable Instant recordedAt,
    @Nullable Posting posting,
    HistoryMark history,
    Map<String, Object> data,
    @Nullable DirectoryEvent news,
    Map<String, String> asSent) {

  public CheckedEvent {
    data = Map.copyOf(data);
    asSent = Collections.unmodifiableMap(new TreeMap<>(asSent));
  }

  /** The same with the sender's own words beside it. */
  public CheckedEvent asSent(Map<String, String> words) {
    return new CheckedEvent(
        eventId,
        type,
        subject,
        caseId,
        unit,
        officer,
        occurredAt,
        recordedAt,
        posting,
        history,
        data,
        news,
        words);
  }

  /** The same, where what happened before the source's go-live date is history. */
  public CheckedEvent beforeGoLive(Instant goLive) {
    if (!occurredAt.isBefore(goLive)) {
      return this;
    }
    return new CheckedEvent(
        eventId,
        type,
        subject,
        caseId,
        unit,
        officer,
        occurredAt,
        recordedAt,
        posting,
        history.before(goLive),
        data,
        news,
        asSent);
  }

  /** The same as others read it. */
  public CaseEvent asCaseEvent(Instant acceptedAt) {
    return new CaseEvent(
        eventId,
        type,
        subject,
        caseId,
        occurredAt,
        acceptedAt,
        recordedAt,
        unit,
        officer,
        posting,
        history.until(),
        data);
  }

  /** Leaves out the data, which may name people. */
  @Override
  public String toString() {
    return "JournalEntry[" + eventId + " " + type + " " + subject + "]";
  }
}
