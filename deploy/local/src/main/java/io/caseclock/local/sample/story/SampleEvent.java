package io.caseclock.local.sample.story;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One CloudEvent of the sample.
 *
 * @param occurredAt when it happened, whole seconds
 * @param recordedAt when the precinct system recorded it, never before it happened
 */
public record SampleEvent(
    String id,
    String source,
    String type,
    String subject,
    Instant occurredAt,
    Instant recordedAt,
    Map<String, Object> data) {

  public SampleEvent {
    if (recordedAt.isBefore(occurredAt)) {
      throw new IllegalArgumentException("recorded before it happened: " + id);
    }
  }

  /** The same event of another officer, told by the system of that officer's unit. */
  SampleEvent by(Officer other) {
    Map<String, Object> told = new LinkedHashMap<>(data);
    told.put("unit", other.unit());
    told.put("officer", other.id());
    var system = "urn:precinct:" + other.unit();
    return new SampleEvent(id, system, type, subject, occurredAt, recordedAt, told);
  }

  /** The structured form, members in a fixed order. */
  public Map<String, Object> structured() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", source);
    event.put("type", type);
    event.put("subject", subject);
    event.put("time", occurredAt.toString());
    event.put("recordedtime", recordedAt.toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return event;
  }

  /** Leaves out the data, which names people. */
  @Override
  public String toString() {
    return "SampleEvent[" + source + "#" + id + " " + type + " " + subject + "]";
  }
}
