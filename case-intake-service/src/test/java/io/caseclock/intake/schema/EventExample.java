package io.caseclock.intake.schema;

import io.caseclock.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An event of a type as a sender could write it: what it is about, and data with every member of
 * the type's own, invented where the schema leaves it open.
 */
record EventExample(KnownType type, Map<String, Object> data) {

  static final String UNIT = "9901";
  static final String CASE = "A9901000000888001";

  /** What every type of a case may have, told once for all. */
  private static final Set<String> COMMON = Set.of("unit", "officer", "caseId", "facts");

  /** Ids of what events are about, beside the case. */
  private static final Map<String, String> SUBJECTS =
      new TreeMap<>(
          Map.of(
              "any", "case/" + CASE,
              "case", "case/" + CASE,
              "incident", "incident/J9901000000777001",
              "person", "person/P-1",
              "property", "property/W-1",
              "case-file", "case-file/JZ-1",
              "venue", "venue/CS-1",
              "unit", "unit/9902",
              "officer", "officer/990101"));

  /** Whose subject tells the case, or that are about none. */
  private static final Set<String> WITHOUT_CASE =
      Set.of("any", "case", "incident", "unit", "officer");

  private static final List<String> TERMS =
      List.of("P10D", "P30D", "P3D", "P3M", "P6M", "P1Y", "P2Y", "P20D", "P1M", "P12M");

  /** Whether a system may post such an event; those of notices and plans CaseClock makes. */
  static boolean isPosted(KnownType type) {
    return type.postable() && SUBJECTS.containsKey(type.element());
  }

  static EventExample of(KnownType type, DecidedTerms terms) {
    Map<String, Object> data = new LinkedHashMap<>();
    var required = required(type);
    if (required.contains("unit")) {
      data.put("unit", UNIT);
    }
    if (!WITHOUT_CASE.contains(type.element())) {
      data.put("caseId", CASE);
    }
    var said = BuiltInExamples.of(type.type());
    for (var name : own(type)) {
      var value = said.get(name);
      data.put(name, value == null ? invented(type, name, terms) : value);
    }
    said.forEach(data::putIfAbsent);
    return new EventExample(type, data);
  }

  String subject() {
    return Objects.requireNonNull(SUBJECTS.get(type.element()), type.type());
  }

  /** What stands in the table: subject and data. */
  String json() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("subject", subject());
    shown.put("data", data);
    return shown.entrySet().stream()
        .map(it -> Json.text(it.getKey()) + ":" + ordered(it.getValue()))
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  /** With unit and case first, as people would write it. */
  private static String ordered(Object value) {
    return value instanceof Map<?, ?> members
        ? members.entrySet().stream()
            .map(it -> Json.text(it.getKey()) + ":" + ordered(it.getValue()))
            .collect(java.util.stream.Collectors.joining(",", "{", "}"))
        : Json.text(value);
  }

  /** What it must have; {@code caseId} where the subject does not tell the case. */
  static Set<String> required(KnownType type) {
    var required = new TreeSet<String>();
    for (var name : (List<?>) type.schema().getOrDefault("required", List.of())) {
      required.add(String.valueOf(name));
    }
    return required;
  }

  /** The members that only this type has, those that it must have first. */
  static List<String> own(KnownType type) {
    var required = required(type);
    return properties(type).keySet().stream()
        .filter(name -> !COMMON.contains(name) || (required.contains(name) && !name.equals("unit")))
        .sorted((one, other) -> Boolean.compare(required.contains(other), required.contains(one)))
        .toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Map<String, Object>> properties(KnownType type) {
    return (Map<String, Map<String, Object>>)
        Objects.requireNonNull(type.schema().get("properties"), type.type());
  }

  private static Object invented(KnownType type, String name, DecidedTerms terms) {
    var schema = Objects.requireNonNull(properties(type).get(name), name);
    if (schema.get("enum") instanceof List<?> values) {
      return values.getFirst();
    }
    if (schema.containsKey("pattern")) {
      var pattern = Pattern.compile(String.valueOf(schema.get("pattern")));
      return TERMS.stream()
          .filter(term -> pattern.matcher(term).find())
          .filter(term -> !terms.isTermOf(type.type()) || terms.allows(type.type(), term))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(type.type() + " needs an example: " + name));
    }
    return switch (String.valueOf(schema.getOrDefault("format", schema.get("type")))) {
      case "date" -> "2026-03-30";
      case "date-time" -> "2026-03-02T09:00:00+08:00";
      case "boolean" -> true;
      case "integer", "number" -> 1;
      case "string" -> "示例";
      default -> throw new IllegalStateException(type.type() + " needs an example: " + name);
    };
  }
}
