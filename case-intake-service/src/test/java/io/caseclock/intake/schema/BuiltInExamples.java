package io.caseclock.intake.schema;

import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What events of the types say that belong to no pack: their members mean something by name. */
final class BuiltInExamples {

  private static final Map<String, String> DATA =
      Map.of(
          "extension-approved",
          """
          {"rule": "public-security-case-handling", "adds": "P30D", "level": "county"}
          """,
          "facts-stated",
          """
          {"facts": {"caseKind": "public-security"}}
          """,
          "event-withdrawn",
          """
          {"source": "urn:precinct:9901", "id": "888001-decided", "reason": "日期填写错误"}
          """,
          "finding-recorded",
          """
          {"element": "case", "provision": "示例规定第一条", "text": "示例问题"}
          """,
          "case-assigned",
          """
          {"officer": "990101", "reason": "示例：承办人调整"}
          """,
          "unit-registered",
          """
          {"parent": "9901", "names": {"zh": "虚构派出所", "en": "Invented station"},
           "kind": "station"}
          """,
          "officer-assigned",
          """
          {"name": "虚构警官", "unit": "9901", "roles": ["officer"],
           "contacts": {"email": "officer@police.example", "mobile": "19900000001"}}
          """,
          "officer-away",
          """
          {"absence": "leave-1", "from": "2026-03-09T00:00:00+08:00",
           "until": "2026-03-16T00:00:00+08:00", "substitute": "990102", "reason": "leave",
           "cancelled": false}
          """);

  /** Empty for the types of packs. */
  static Map<String, Object> of(String type) {
    return Json.object(DATA.getOrDefault(type, "{}").getBytes(StandardCharsets.UTF_8));
  }

  private BuiltInExamples() {}
}
