package io.caseclock.intake.accept;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import io.caseclock.contract.BuiltInTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of an event's data that name something, in their normal form. */
final class DataIdentifiers {

  private static final Set<String> OF_ANY_TYPE = Set.of("unit", "officer", "caseId");

  private static final Map<String, Set<String>> OF_TYPE =
      Map.of(
          BuiltInTypes.EXTENSION_APPROVED, Set.of("rule", "level"),
          BuiltInTypes.EVENT_WITHDRAWN, Set.of("id"),
          BuiltInTypes.FINDING_RECORDED, Set.of("element"),
          BuiltInTypes.UNIT_REGISTERED, Set.of("parent"),
          BuiltInTypes.OFFICER_ASSIGNED, Set.of("roles"),
          BuiltInTypes.OFFICER_AWAY, Set.of("absence", "substitute"));

  private DataIdentifiers() {}

  /** The data with its identifiers folded; what is none stays, and stands in {@code faults}. */
  static Map<String, Object> normal(String type, Map<String, Object> data, Faults faults) {
    var named = OF_TYPE.getOrDefault(type, Set.of());
    Map<String, Object> normal = new LinkedHashMap<>(data);
    normal.replaceAll(
        (member, value) ->
            OF_ANY_TYPE.contains(member) || named.contains(member)
                ? identifiers(value, "/data/" + member, faults)
                : value);
    if (type.equals(BuiltInTypes.EVENT_WITHDRAWN)) {
      normal.computeIfPresent(
          "source",
          (member, value) ->
              value instanceof String text
                  ? normal(SourceUri.read(text), text, "/data/source", faults)
                  : value);
    }
    return normal;
  }

  private static Object identifiers(Object value, String pointer, Faults faults) {
    return switch (value) {
      case String text -> normal(Identifier.read(text), text, pointer, faults);
      case List<?> items -> {
        var each = new java.util.ArrayList<Object>();
        for (var item : items) {
          each.add(item == null ? "" : identifiers(item, pointer + "/" + each.size(), faults));
        }
        yield each;
      }
      default -> value;
    };
  }

  private static String normal(
      Reading<String> reading, String text, String pointer, Faults faults) {
    var normal = faults.take(reading, pointer);
    return normal == null ? text : normal;
  }
}
