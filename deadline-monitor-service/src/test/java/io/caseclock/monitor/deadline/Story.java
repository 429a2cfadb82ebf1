package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Tells what happened in a fictional case, event by event. */
final class Story {

  private final Subject subject;
  private final ZoneId zone;
  private final Set<CaseEvent> events = new LinkedHashSet<>();

  Story(Subject subject, ZoneId zone) {
    this.subject = subject;
    this.zone = zone;
  }

  Story happens(String type, String at) {
    return happens(type, OffsetDateTime.parse(at).toInstant(), Map.of());
  }

  Story happens(String type, LocalDate on, LocalTime at, Map<String, Object> data) {
    return happens(type, on.atTime(at).atZone(zone).toInstant(), data);
  }

  Story happens(String type, Instant at, Map<String, Object> data) {
    return happensTo(subject, type, at, data);
  }

  Story happensTo(Subject whom, String type, Instant at, Map<String, Object> data) {
    var id = new EventId("urn:precinct:x01", "e" + (events.size() + 1));
    events.add(
        new CaseEvent(
            id,
            type,
            whom,
            "A990001",
            at,
            at.plus(Duration.ofMinutes(5)),
            null,
            "X0101",
            "O1",
            data));
    return this;
  }

  Set<CaseEvent> events() {
    return events;
  }

  Timeline timeline() {
    return Timeline.of("A990001", events);
  }
}
