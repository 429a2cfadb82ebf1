package io.caseclock.wire;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.EventId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link DirectoryEvent} as a CloudEvent: on the compacted {@code directory} topic. */
public final class DirectoryEventWire {

  /**
   * The record's key names what compaction keeps one of: each unit, each post of an officer by its
   * beginning, each absence.
   */
  public static WireRecord write(DirectoryEvent event, EventId id, Instant at) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", id.id());
    attributes.put("source", id.source());
    attributes.put("type", type(event));
    attributes.put("subject", subject(event));
    attributes.put("time", at.toString());
    return new WireRecord(key(event), attributes, Json.bytes(event));
  }

  private static String type(DirectoryEvent event) {
    return switch (event) {
      case UnitRegistered unit -> BuiltInTypes.UNIT_REGISTERED;
      case OfficerAssigned post -> BuiltInTypes.OFFICER_ASSIGNED;
      case OfficerAway away -> BuiltInTypes.OFFICER_AWAY;
    };
  }

  private static String subject(DirectoryEvent event) {
    return switch (event) {
      case UnitRegistered unit -> "unit/" + unit.id();
      case OfficerAssigned post -> "officer/" + post.id();
      case OfficerAway away -> "officer/" + away.officer();
    };
  }

  private static String key(DirectoryEvent event) {
    return switch (event) {
      case UnitRegistered unit -> subject(unit);
      case OfficerAssigned post -> subject(post) + "/" + post.since();
      case OfficerAway away -> subject(away) + "/away/" + away.absence();
    };
  }

  /**
   * Throws {@link UnknownTypeException} for a type that this version does not know, and {@link
   * MalformedRecordException} for anything else that is not a directory event.
   */
  public static DirectoryEvent read(WireRecord wire) {
    var event =
        switch (wire.attribute("type")) {
          case BuiltInTypes.UNIT_REGISTERED -> Json.read(wire.data(), UnitRegistered.class);
          case BuiltInTypes.OFFICER_ASSIGNED -> Json.read(withSince(wire), OfficerAssigned.class);
          case BuiltInTypes.OFFICER_AWAY -> Json.read(wire.data(), OfficerAway.class);
          default ->
              throw new UnknownTypeException(
                  "no type of directory event: " + wire.attribute("type"));
        };
    RequiredMembers.of(event);
    if (!isFromBeforeHistory(wire, event)) {
      wire.requireKey(key(event));
    }
    return event;
  }

  private static boolean isFromBeforeHistory(WireRecord wire, DirectoryEvent event) {
    return event instanceof OfficerAssigned && wire.key().equals(subject(event));
  }

  /**
   * A record from before posts had a history says neither {@code since} nor {@code contacts}: its
   * post holds from the event's time on, and nobody knows how to reach the officer.
   */
  private static byte[] withSince(WireRecord wire) {
    var data = Json.object(wire.data());
    data.putIfAbsent("since", wire.attribute("time"));
    data.putIfAbsent("contacts", Map.of());
    return Json.bytes(data);
  }

  private DirectoryEventWire() {}
}
