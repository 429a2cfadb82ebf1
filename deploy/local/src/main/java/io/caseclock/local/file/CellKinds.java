package io.caseclock.local.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the members of events may be, as intake tells it. A table says nothing of the kind of its
 * cells: whether {@code 990101} is a number or the name of an officer stands in the schema.
 */
public final class CellKinds {

  /** Where nobody can be asked. */
  public static final CellKinds UNKNOWN = new CellKinds(Map.of(), Map.of());

  private final Map<String, JsonNode> properties;
  private final Map<String, Set<CellKind>> facts;

  private CellKinds(Map<String, JsonNode> properties, Map<String, Set<CellKind>> facts) {
    this.properties = Map.copyOf(properties);
    this.facts = Map.copyOf(facts);
  }

  /**
   * Returns what intake says.
   *
   * @param types the answer of {@code /api/v1/event-types}
   * @param facts the answer of {@code /api/v1/facts}
   */
  public static CellKinds of(JsonNode types, JsonNode facts) {
    Map<String, JsonNode> properties = new HashMap<>();
    types.forEach(
        type -> properties.put(type.path("type").asText(), type.at("/schema/properties")));
    Map<String, Set<CellKind>> kinds = new HashMap<>();
    facts.forEach(
        fact -> {
          var isTruth = fact.path("otherwise").isBoolean() || fact.at("/values/0").isBoolean();
          kinds.put(
              fact.path("name").asText(), EnumSet.of(isTruth ? CellKind.TRUTH : CellKind.TEXT));
        });
    return new CellKinds(properties, kinds);
  }

  /** What a member of the data of that type may be; empty where nobody knows. */
  Optional<Set<CellKind>> ofData(String type, String member) {
    var properties = this.properties.get(type);
    return properties == null || !properties.has(member)
        ? Optional.empty()
        : kinds(properties.path(member));
  }

  /** What a fact may be; empty where nobody knows it. */
  Optional<Set<CellKind>> ofFact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  private static Optional<Set<CellKind>> kinds(JsonNode property) {
    Set<CellKind> kinds = EnumSet.noneOf(CellKind.class);
    var types = property.path("type");
    if (types.isTextual()) {
      add(types.asText(), property, kinds);
    }
    types.forEach(type -> add(type.asText(), property, kinds));
    property.path("enum").forEach(value -> kinds.add(kindOf(value)));
    return kinds.isEmpty() ? Optional.empty() : Optional.of(kinds);
  }

  private static void add(String type, JsonNode property, Set<CellKind> kinds) {
    switch (type) {
      case "boolean" -> kinds.add(CellKind.TRUTH);
      case "integer", "number" -> kinds.add(CellKind.NUMBER);
      case "object", "array" -> kinds.add(CellKind.JSON);
      case "string" ->
          kinds.add(
              switch (property.path("format").asText()) {
                case "date" -> CellKind.DAY;
                case "date-time" -> CellKind.INSTANT;
                default -> CellKind.TEXT;
              });
      default -> {}
    }
  }

  private static CellKind kindOf(JsonNode value) {
    if (value.isBoolean()) {
      return CellKind.TRUTH;
    }
    return value.isNumber() ? CellKind.NUMBER : CellKind.TEXT;
  }
}
