package io.caseclock.contract;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case, with its two times: when it was true and when we knew.
 *
 * @param eventId unique identity, chosen by the sender
 * @param type kebab-case type known to a rule pack or to {@link BuiltInTypes}
 * @param subject what it is about
 * @param caseId the timeline it belongs to, and the Kafka key
 * @param occurredAt when it happened (CloudEvents {@code time})
 * @param acceptedAt when CaseClock made it durable
 * @param recordedAt when the sending system recorded it (CloudEvents extension {@code
 *     recordedtime}); null where the sender does not say
 * @param unit the responsible unit
 * @param officer the responsible officer, null where the sender does not say
 * @param posting on whose behalf it was posted; null for what CaseClock itself adds to a timeline
 * @param historyUntil what this event led to before that instant is history: it is computed and
 *     counted, but nobody is told (CloudEvents extension {@code historyuntil}); null where nothing
 *     is
 * @param data the whole {@code data} member as sent: strings, numbers, booleans, lists and maps
 */
public record CaseEvent(
    EventId eventId,
    String type,
    Subject subject,
    String caseId,
    Instant occurredAt,
    Instant acceptedAt,
    @Nullable Instant recordedAt,
    String unit,
    @Nullable String officer,
    @Nullable Posting posting,
    @Nullable Instant historyUntil,
    Map<String, Object> data) {

  public CaseEvent {
    if (type.isBlank() || caseId.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException("an event needs a type, a case and a unit: " + eventId);
    }
    data = Map.copyOf(data);
  }

  /** An event that does not say that anything is history. */
  public CaseEvent(
      EventId eventId,
      String type,
      Subject subject,
      String caseId,
      Instant occurredAt,
      Instant acceptedAt,
      @Nullable Instant recordedAt,
      String unit,
      @Nullable String officer,
      @Nullable Posting posting,
      Map<String, Object> data) {
    this(
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
        null,
        data);
  }

  /** An event of CaseClock itself, which nobody posted. */
  public CaseEvent(
      EventId eventId,
      String type,
      Subject subject,
      String caseId,
      Instant occurredAt,
      Instant acceptedAt,
      @Nullable Instant recordedAt,
      String unit,
      @Nullable String officer,
      Map<String, Object> data) {
    this(
        eventId,
        type,
        subject,
        caseId,
        occurredAt,
        acceptedAt,
        recordedAt,
        unit,
        officer,
        null,
        null,
        data);
  }

  /**
   * Whether it is history itself: it happened at or before the instant up to which it says that
   * things are. What follows from it after that instant is not.
   */
  public boolean isHistory() {
    return historyUntil != null && !occurredAt.isAfter(historyUntil);
  }

  /** The facts it states; empty where it states none. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> facts() {
    return data.get("facts") instanceof Map<?, ?> facts ? (Map<String, Object>) facts : Map.of();
  }

  /** A text member of the data, if it is there and is a text. */
  public Optional<String> text(String member) {
    return data.get(member) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** When it became known to the office: recorded by the sender, or else accepted here. */
  public Instant knownAt() {
    return recordedAt == null ? acceptedAt : recordedAt;
  }

  /** Leaves out the data, which may name people. */
  @Override
  public String toString() {
    return "CaseEvent[" + eventId + " " + type + " " + subject + " at " + occurredAt + "]";
  }
}
