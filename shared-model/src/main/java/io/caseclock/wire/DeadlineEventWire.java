package io.caseclock.wire;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.EventId;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link DeadlineEvent} as a CloudEvent: on {@code deadline-events}. */
public final class DeadlineEventWire {

  public static WireRecord write(DeadlineEvent event) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", event.id());
    attributes.put("source", EventId.CASECLOCK + ":monitor");
    attributes.put("type", event.type());
    attributes.put("subject", event.subject().toString());
    attributes.put("time", event.at().toString());
    return new WireRecord(event.caseId(), attributes, Json.bytes(event));
  }

  /** Throws {@link MalformedRecordException} for anything that is not a deadline event. */
  public static DeadlineEvent read(WireRecord wire) {
    var type = wire.attribute("type");
    return switch (type) {
      case "deadline-approaching", "deadline-breached" ->
          Json.read(wire.data(), DeadlineAlarm.class);
      case "finding-raised" -> Json.read(wire.data(), FindingRaised.class);
      default -> {
        if (!type.startsWith("deadline-")) {
          throw new MalformedRecordException("not a deadline event: " + type);
        }
        yield Json.read(wire.data(), DeadlineChanged.class);
      }
    };
  }

  private DeadlineEventWire() {}
}
