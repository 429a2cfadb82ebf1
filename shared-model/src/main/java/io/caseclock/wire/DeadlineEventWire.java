package io.caseclock.wire;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link DeadlineEvent} as a CloudEvent: on {@code deadline-events}. */
public final class DeadlineEventWire {

  private static final Set<String> CHANGES =
      Arrays.stream(Change.values())
          .map(change -> "deadline-" + Words.of(change))
          .collect(Collectors.toUnmodifiableSet());

  public static WireRecord write(DeadlineEvent event) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", event.id());
    attributes.put("source", EventId.MONITOR);
    attributes.put("type", event.type());
    attributes.put("subject", event.subject().toString());
    attributes.put("time", event.at().toString());
    return new WireRecord(event.caseId(), attributes, Json.bytes(event));
  }

  /**
   * Throws {@link UnknownTypeException} for a type that this version does not know, and {@link
   * MalformedRecordException} for anything else that is not a deadline event.
   */
  public static DeadlineEvent read(WireRecord wire) {
    var type = wire.attribute("type");
    var event = RequiredMembers.of(Json.read(wire.data(), shape(type)));
    if (!event.type().equals(type)) {
      throw new MalformedRecordException("ce_type is not that of the data");
    }
    wire.requireKey(event.caseId());
    return event;
  }

  private static Class<? extends DeadlineEvent> shape(String type) {
    if (type.equals("deadline-approaching") || type.equals("deadline-breached")) {
      return DeadlineAlarm.class;
    }
    if (type.equals("finding-raised")) {
      return FindingRaised.class;
    }
    if (CHANGES.contains(type)) {
      return DeadlineChanged.class;
    }
    throw new UnknownTypeException("no type of deadline event: " + type);
  }

  private DeadlineEventWire() {}
}
