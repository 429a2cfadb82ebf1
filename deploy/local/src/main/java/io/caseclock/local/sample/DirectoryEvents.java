package io.caseclock.local.sample;

import io.caseclock.local.sample.story.Officer;
import io.caseclock.local.sample.story.Roster;
import io.caseclock.local.sample.story.SampleEvent;
import io.caseclock.local.sample.story.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The roster as events: units from the root down, then officers.
 *
 * @param at when all of it was registered
 */
record DirectoryEvents(Roster roster, Instant at) {

  List<SampleEvent> all() {
    List<SampleEvent> events = new ArrayList<>();
    roster.units().forEach(unit -> events.add(registered(unit)));
    roster.officers().forEach(officer -> events.add(assigned(officer)));
    return events;
  }

  private SampleEvent registered(Unit unit) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (unit.parent() != null) {
      data.put("parent", unit.parent());
    }
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("zh", unit.zh());
    names.put("en", unit.en());
    data.put("names", names);
    data.put("kind", unit.kind());
    return event("unit-" + unit.id(), "unit-registered", "unit/" + unit.id(), data);
  }

  private SampleEvent assigned(Officer officer) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", officer.name());
    data.put("unit", officer.unit());
    data.put("roles", officer.roles());
    return event("officer-" + officer.id(), "officer-assigned", "officer/" + officer.id(), data);
  }

  private SampleEvent event(String id, String type, String subject, Map<String, Object> data) {
    var source = roster.unit(Roster.ROOT).source();
    return new SampleEvent(id, source, type, subject, at, at, data);
  }
}
