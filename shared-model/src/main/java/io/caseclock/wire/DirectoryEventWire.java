package io.caseclock.wire;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.EventId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link DirectoryEvent} as a CloudEvent: on the compacted {@code directory} topic. */
public final class DirectoryEventWire {

  /** The record's key is its subject, so that compaction keeps the newest of each. */
  public static WireRecord write(DirectoryEvent event, EventId id, Instant at) {
    var type =
        switch (event) {
          case UnitRegistered unit -> BuiltInTypes.UNIT_REGISTERED;
          case OfficerAssigned officer -> BuiltInTypes.OFFICER_ASSIGNED;
        };
    var subject =
        switch (event) {
          case UnitRegistered unit -> "unit/" + unit.id();
          case OfficerAssigned officer -> "officer/" + officer.id();
        };
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", id.id());
    attributes.put("source", id.source());
    attributes.put("type", type);
    attributes.put("subject", subject);
    attributes.put("time", at.toString());
    return new WireRecord(subject, attributes, Json.bytes(event));
  }

  /** Throws {@link MalformedRecordException} for anything that is not a directory event. */
  public static DirectoryEvent read(WireRecord wire) {
    return switch (wire.attribute("type")) {
      case BuiltInTypes.UNIT_REGISTERED -> Json.read(wire.data(), UnitRegistered.class);
      case BuiltInTypes.OFFICER_ASSIGNED -> Json.read(wire.data(), OfficerAssigned.class);
      default ->
          throw new MalformedRecordException("not a directory event: " + wire.attribute("type"));
    };
  }

  private DirectoryEventWire() {}
}
