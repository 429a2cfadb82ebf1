package io.caseclock.intake.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds the JSON Schema of one type's data: the common members and the type's own. */
final class DataSchema {

  private static final Map<String, Object> ID = Map.of("type", "string", "pattern", "\\S");

  private DataSchema() {}

  /** The schema of an event of a case's timeline, which needs a unit. */
  static Map<String, Object> ofCaseEvent(
      String type, Map<String, Object> properties, List<String> required) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("unit", described(ID, "Responsible unit, known to the directory"));
    all.put("officer", described(ID, "Responsible officer"));
    all.put("caseId", described(ID, "The case, where the subject is not the case"));
    all.put("facts", facts(0));
    all.putAll(properties);
    var needed = new TreeSet<>(required);
    needed.add("unit");
    return object(type, all, List.copyOf(needed));
  }

  /** An object of these members and no others: what is not read must not seem to be taken. */
  static Map<String, Object> object(
      String type, Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", type);
    schema.put("type", "object");
    schema.put("properties", new TreeMap<>(properties));
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** Facts by name; which names and values there are, /api/v1/facts tells. */
  static Map<String, Object> facts(int atLeast) {
    return Map.of(
        "type",
        "object",
        "minProperties",
        atLeast,
        "additionalProperties",
        Map.of("type", List.of("string", "boolean")),
        "description",
        "Facts that hold from the event's time on; names and values as /api/v1/facts lists them");
  }

  static Map<String, Object> text(String description) {
    return described(ID, description);
  }

  private static Map<String, Object> described(Map<String, Object> schema, String description) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put("description", description);
    return more;
  }
}
