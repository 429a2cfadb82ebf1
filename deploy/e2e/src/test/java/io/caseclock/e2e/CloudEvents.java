package io.caseclock.e2e;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as a precinct or a directory writes them. */
public final class CloudEvents {

  public static final String PRECINCT = "urn:precinct:" + Roster.STATION;

  private CloudEvents() {}

  /** An event of the station's own system; the usual officer answers for it. */
  public static Map<String, Object> precinct(
      String id, String type, String subject, Instant at, Map<String, Object> data) {
    Map<String, Object> full = new LinkedHashMap<>(data);
    full.putIfAbsent("unit", Roster.STATION);
    full.putIfAbsent("officer", Roster.OFFICER);
    return event(id, PRECINCT, type, subject, at, full);
  }

  /** An event of another station's own system. */
  public static Map<String, Object> of(
      String unit, String id, String type, String subject, Instant at, Map<String, Object> data) {
    Map<String, Object> full = new LinkedHashMap<>(data);
    full.putIfAbsent("unit", unit);
    return event(id, "urn:precinct:" + unit, type, subject, at, full);
  }

  public static Map<String, Object> directory(
      String type, String subject, Instant at, Map<String, Object> data) {
    return event(subject, "urn:directory:sample", type, subject, at, data);
  }

  private static Map<String, Object> event(
      String id, String source, String type, String subject, Instant at, Map<String, Object> data) {
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id,
        "source",
        source,
        "type",
        type,
        "subject",
        subject,
        "time",
        at.toString(),
        "datacontenttype",
        "application/json",
        "data",
        data);
  }
}
