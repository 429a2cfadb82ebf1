package io.caseclock.e2e.doors;

import io.caseclock.e2e.CloudEvents;
import io.caseclock.e2e.Roster;
import io.caseclock.wire.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names that everybody reads, since they stand in the directory or in a case. */
enum HostileNames {
  UNIT("unit-registered", "unit/9903") {
    @Override
    Map<String, Object> data(String text) {
      Map<String, String> names = Map.of("zh", text, "en", text);
      return Map.of("names", names, "kind", "station", "parent", Roster.BUREAU);
    }
  },
  OFFICER("officer-assigned", "officer/P990301") {
    @Override
    Map<String, Object> data(String text) {
      return Map.of("name", text, "unit", Roster.STATION, "roles", List.of("officer"));
    }
  },
  FINDING("finding-recorded", "case/A9901KEEPOUT0001") {
    @Override
    Map<String, Object> data(String text) {
      return Map.of("unit", Roster.STATION, "element", "case", "provision", text, "text", text);
    }
  },
  HAND_OVER("case-assigned", "case/A9901KEEPOUT0001") {
    @Override
    Map<String, Object> data(String text) {
      return Map.of("unit", Roster.STATION, "officer", Roster.OFFICER, "reason", text);
    }
  };

  private final String type;
  private final String subject;

  HostileNames(String type, String subject) {
    this.type = type;
    this.subject = subject;
  }

  abstract Map<String, Object> data(String text);

  /** As an administrator posts it. */
  byte[] event(HostileText text, Instant at) {
    var event = new LinkedHashMap<>(CloudEvents.directory(type, subject, at, data(text.text())));
    event.put("id", name() + "-" + text.name());
    return Json.bytes(event);
  }

  /** A unit's name, as an administrator posts it for any source. */
  static byte[] ofSource(String source, String name, Instant at) {
    var data = UNIT.data(name);
    var event = new LinkedHashMap<>(CloudEvents.directory(UNIT.type, UNIT.subject, at, data));
    event.put("source", source);
    return Json.bytes(event);
  }
}
