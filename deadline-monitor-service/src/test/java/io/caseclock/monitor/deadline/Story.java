package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

  /** A story whose events concern the case itself, in the shipped pack's zone. */
  static Story ofTheCase() {
    return new Story(Subject.ofCase("A990001"), ZoneId.of("Asia/Shanghai"));
  }

  /** An event of the story's own subject at a local time such as {@code 2026-03-02 10:00}. */
  Story on(String localTime, String type, Map<String, Object> data) {
    return happensTo(subject, type, instant(localTime), data);
  }

  Story on(String localTime, String type) {
    return on(localTime, type, Map.of());
  }

  /** An event of another subject, such as {@code person/P-1}. */
  Story to(String whom, String localTime, String type, Map<String, Object> data) {
    return happensTo(Subject.parse(whom), type, instant(localTime), data);
  }

  Story to(String whom, String localTime, String type) {
    return to(whom, localTime, type, Map.of());
  }

  /** Takes back the event that was told as the n-th, counted from one. */
  Story withdraws(String localTime, int nth) {
    return on(localTime, "event-withdrawn", Map.of("id", "e" + nth));
  }

  Instant instant(String localTime) {
    return LocalDateTime.parse(localTime.replace(' ', 'T')).atZone(zone).toInstant();
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
