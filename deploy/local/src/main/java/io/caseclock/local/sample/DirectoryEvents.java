package io.caseclock.local.sample;

import io.caseclock.local.sample.story.Leave;
import io.caseclock.local.sample.story.Officer;
import io.caseclock.local.sample.story.Roster;
import io.caseclock.local.sample.story.SampleEvent;
import io.caseclock.local.sample.story.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The roster as events: units from the root down, then officers, then who is on leave.
 *
 * @param now the sample's instant
 */
record DirectoryEvents(Roster roster, Instant now) {

  /** The directory stood before the first case. */
  private static final Duration AGE = Duration.ofDays(100);

  /** Leave is entered before it begins. */
  private static final Duration NOTICE = Duration.ofDays(1);

  List<SampleEvent> all() {
    List<SampleEvent> events = new ArrayList<>();
    roster.units().forEach(unit -> events.add(registered(unit)));
    roster.officers().forEach(officer -> events.add(assigned(officer)));
    events.add(away(roster.leave()));
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
    if (!officer.contacts().isEmpty()) {
      data.put("contacts", new TreeMap<>(officer.contacts()));
    }
    return event("officer-" + officer.id(), "officer-assigned", "officer/" + officer.id(), data);
  }

  private SampleEvent away(Leave leave) {
    var from = now.minus(leave.begun());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("absence", "leave-1");
    data.put("from", from.toString());
    data.put("until", now.plus(leave.left()).toString());
    data.put("substitute", leave.substitute());
    data.put("reason", "leave");
    var subject = "officer/" + leave.officer();
    return event("away-" + leave.officer(), "officer-away", subject, from.minus(NOTICE), data);
  }

  private SampleEvent event(String id, String type, String subject, Map<String, Object> data) {
    return event(id, type, subject, now.minus(AGE), data);
  }

  private SampleEvent event(
      String id, String type, String subject, Instant at, Map<String, Object> data) {
    var source = roster.unit(Roster.ROOT).source();
    return new SampleEvent(id, source, type, subject, at, at, data);
  }
}
