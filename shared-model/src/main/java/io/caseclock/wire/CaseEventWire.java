package io.caseclock.wire;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link CaseEvent} as a CloudEvent: on {@code case-events} and {@code notice-events}. */
public final class CaseEventWire {

  private static final String ACCEPTED_AT = "acceptedat";
  private static final String RECORDED_TIME = "recordedtime";
  private static final String HISTORY_UNTIL = "historyuntil";

  /** What the suite itself keeps of the data, in columns of their own. */
  private static final List<String> NAMES = List.of("unit", "officer");

  /** The same of a finding. */
  private static final List<String> NAMES_OF_FINDINGS =
      List.of("unit", "officer", "cause", "element");

  public static WireRecord write(CaseEvent event) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", event.eventId().id());
    attributes.put("source", event.eventId().source());
    attributes.put("type", event.type());
    attributes.put("subject", event.subject().toString());
    attributes.put("time", event.occurredAt().toString());
    attributes.put(ACCEPTED_AT, event.acceptedAt().toString());
    if (event.recordedAt() != null) {
      attributes.put(RECORDED_TIME, event.recordedAt().toString());
    }
    if (event.historyUntil() != null) {
      attributes.put(HISTORY_UNTIL, event.historyUntil().toString());
    }
    if (event.posting() != null) {
      PostingAttributes.write(event.posting(), attributes);
    }
    Map<String, Object> data = new LinkedHashMap<>(event.data());
    data.put("unit", event.unit());
    data.put("caseId", event.caseId());
    if (event.officer() != null) {
      data.put("officer", event.officer());
    }
    return new WireRecord(event.caseId(), attributes, Json.bytes(data));
  }

  /** Throws {@link MalformedRecordException} for anything that is not a case event. */
  public static CaseEvent read(WireRecord wire) {
    var data = Json.object(wire.data());
    requireBoundedNames(wire.attribute("type"), data);
    BoundedNames.requireMember("caseId", wire.key(), "/caseId");
    if (data.get("caseId") instanceof String caseId) {
      wire.requireKey(caseId);
    }
    try {
      return new CaseEvent(
          new EventId(wire.attribute("source"), wire.attribute("id")),
          wire.attribute("type"),
          Subject.parse(wire.attribute("subject")),
          wire.key(),
          WireRecord.instant("time", wire.attribute("time")),
          WireRecord.instant(ACCEPTED_AT, wire.attribute(ACCEPTED_AT)),
          instant(wire, RECORDED_TIME),
          data.get("unit") instanceof String unit ? unit : "",
          data.get("officer") instanceof String officer ? officer : null,
          PostingAttributes.read(wire::optional),
          instant(wire, HISTORY_UNTIL),
          withoutNulls(data));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedRecordException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireBoundedNames(String type, Map<String, Object> data) {
    var names = type.equals(BuiltInTypes.FINDING_RECORDED) ? NAMES_OF_FINDINGS : NAMES;
    names.forEach(name -> BoundedNames.requireMember(name, data.get(name), "/" + name));
  }

  private static @Nullable Instant instant(WireRecord wire, String name) {
    return wire.optional(name).map(text -> WireRecord.instant(name, text)).orElse(null);
  }

  private static Map<String, Object> withoutNulls(Map<String, Object> data) {
    Map<String, Object> kept = new LinkedHashMap<>(data);
    kept.values().removeIf(java.util.Objects::isNull);
    return kept;
  }

  private CaseEventWire() {}
}
