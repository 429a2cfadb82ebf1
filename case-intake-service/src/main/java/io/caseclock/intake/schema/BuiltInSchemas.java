package io.caseclock.intake.schema;

import static io.caseclock.intake.schema.DataSchema.facts;
import static io.caseclock.intake.schema.DataSchema.ofCaseEvent;
import static io.caseclock.intake.schema.DataSchema.text;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.Names;
import io.caseclock.contract.UnitKind;
import java.util.List;
import java.util.Map;

/** The types that every pack needs and none declares. */
final class BuiltInSchemas {

  private static final String ANY = "any";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PROVISION = 300;
  private static final int LONGEST_WRITTEN = 4_000;

  /** Control characters but tabs and ends of lines, other ends of lines, what turns text. */
  private static final String REFUSED =
      "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u2028\\u2029"
          + "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

  /** White space, joiners, fillers: of these alone nothing is seen. */
  private static final String UNSEEN =
      "\\s\\u00A0\\u00AD\\u034F\\u115F\\u1160\\u1680\\u17B4\\u17B5\\u180B-\\u180F\\u2000-\\u200D"
          + "\\u202F\\u205F-\\u2064\\u2800\\u3000\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFFD";

  /** Looked ahead for, so that no text is gone through more than twice. */
  private static final String SEEN = "^(?=[" + UNSEEN + "]*[^" + UNSEEN + "])";

  private BuiltInSchemas() {}

  static List<KnownType> all() {
    return List.of(
        extensionApproved(),
        factsStated(),
        eventWithdrawn(),
        findingRecorded(),
        caseAssigned(),
        unitRegistered(),
        officerAssigned(),
        officerAway());
  }

  private static KnownType extensionApproved() {
    return caseEvent(
        BuiltInTypes.EXTENSION_APPROVED,
        new Names("批准延长期限", "Extension approved"),
        Map.of(
            "rule", text("The rule whose deadline moves, as the monitor's /api/v1/rules lists it"),
            "adds", text("ISO 8601 period of one unit, such as P30D"),
            "level", text("Level of the approver, one of the pack's")),
        List.of("rule", "adds", "level"));
  }

  private static KnownType factsStated() {
    return caseEvent(
        BuiltInTypes.FACTS_STATED,
        new Names("说明事实", "Facts stated"),
        Map.of("facts", facts(1)),
        List.of("facts"));
  }

  private static KnownType eventWithdrawn() {
    return caseEvent(
        BuiltInTypes.EVENT_WITHDRAWN,
        new Names("撤回事件", "Event withdrawn"),
        Map.of(
            "source", text("Source of the earlier event"),
            "id", text("Id of the earlier event"),
            "reason", written("Why it never was")),
        List.of("source", "id", "reason"));
  }

  private static KnownType findingRecorded() {
    return caseEvent(
        BuiltInTypes.FINDING_RECORDED,
        new Names("登记问题", "Finding recorded"),
        Map.of(
            "element", text("The supervised element, such as case or property"),
            "provision", line(LONGEST_PROVISION, "The provision that was broken"),
            "text", written("What is wrong")),
        List.of("element", "provision", "text"));
  }

  private static KnownType caseAssigned() {
    return caseEvent(
        BuiltInTypes.CASE_ASSIGNED,
        new Names("案件移交承办", "Case assigned"),
        Map.of(
            "unit", text("The unit that has the case from the event's time on"),
            "officer", text("The officer who handles it there"),
            "reason", written("Why it changes hands")),
        List.of("officer", "reason"));
  }

  private static KnownType unitRegistered() {
    var names =
        DataSchema.object(
            "names", Map.of("zh", name("Chinese"), "en", name("English")), List.of("zh", "en"));
    return new KnownType(
        BuiltInTypes.UNIT_REGISTERED,
        new Names("登记单位", "Unit registered"),
        "unit",
        null,
        true,
        DataSchema.object(
            BuiltInTypes.UNIT_REGISTERED,
            Map.of(
                "parent",
                text("The unit above; absent for the root"),
                "names",
                names,
                "kind",
                Map.of("enum", UnitKind.wires())),
            List.of("names", "kind")));
  }

  private static KnownType officerAssigned() {
    var roles =
        Map.of("type", "array", "items", Map.of("type", "string", "minLength", 1), "minItems", 1);
    return new KnownType(
        BuiltInTypes.OFFICER_ASSIGNED,
        new Names("民警任职", "Officer assigned"),
        "officer",
        null,
        true,
        DataSchema.object(
            BuiltInTypes.OFFICER_ASSIGNED,
            Map.of(
                "name",
                name("Name"),
                "unit",
                text("The unit of the post, which begins at the event's time"),
                "roles",
                roles,
                "contacts",
                contacts()),
            List.of("name", "roles", "unit")));
  }

  /** Closed, so that a misspelt member is told instead of leaving an officer out of reach. */
  private static Map<String, Object> contacts() {
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of(
            "email",
            matching(
                "[^@\\s" + REFUSED + "]{1,64}@[^@\\s" + REFUSED + "]{1,190}", "An e-mail address"),
            "mobile",
            matching("\\+?[0-9]{5,15}", "A mobile number, digits only")),
        "additionalProperties",
        false,
        "description",
        "How the officer is reached; either member may be absent");
  }

  private static KnownType officerAway() {
    var id = "[\\p{L}\\p{N}._-]{1,60}";
    return new KnownType(
        BuiltInTypes.OFFICER_AWAY,
        new Names("民警离岗", "Officer away"),
        "officer",
        null,
        true,
        DataSchema.object(
            BuiltInTypes.OFFICER_AWAY,
            Map.of(
                "absence", matching(id, "Its id; the same id again corrects it"),
                "from", text("When it begins, inclusive; RFC 3339"),
                "until", text("When it ends, exclusive; RFC 3339"),
                "substitute", matching(id, "The officer who stands in; absent where nobody does"),
                "reason", Map.of("enum", List.of("leave", "duty", "training")),
                "cancelled", Map.of("type", "boolean")),
            List.of("absence", "from", "until")));
  }

  /** What pages show beside other text. */
  private static Map<String, Object> name(String description) {
    return line(LONGEST_NAME, description);
  }

  /** One line, which turns nothing around it. */
  private static Map<String, Object> line(int longest, String description) {
    return Map.of(
        "type",
        "string",
        "maxLength",
        longest,
        "pattern",
        SEEN + "[^\\t\\n\\r" + REFUSED + "]*$",
        "description",
        description);
  }

  /** What people wrote, in as many lines as they like. */
  private static Map<String, Object> written(String description) {
    return Map.of(
        "type",
        "string",
        "maxLength",
        LONGEST_WRITTEN,
        "pattern",
        SEEN + "[^" + REFUSED + "]*$",
        "description",
        description);
  }

  private static Map<String, Object> matching(String pattern, String description) {
    return Map.of("type", "string", "pattern", "^" + pattern + "$", "description", description);
  }

  private static KnownType caseEvent(
      String type, Names names, Map<String, Object> properties, List<String> required) {
    return new KnownType(type, names, ANY, null, true, ofCaseEvent(type, properties, required));
  }
}
