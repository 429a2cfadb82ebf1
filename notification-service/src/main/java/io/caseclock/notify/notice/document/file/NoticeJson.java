package io.caseclock.notify.notice.document.file;

import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an issued notice as canonical JSON, with each deadline and its trace. */
final class NoticeJson {

  static StoredDocument of(Notice notice, NoticeContent content) {
    var first = content.faults().getFirst();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", "caseclock-notice/1");
    document.put("kind", notice.kind().wire());
    document.put("id", notice.id());
    document.put("number", notice.number());
    document.put("unit", notice.unit());
    document.put("issuingUnit", content.issuingUnit());
    document.put("caseId", notice.caseId());
    document.put("subject", notice.subject());
    document.put("element", notice.element());
    document.put("rule", notice.rule());
    document.put("names", notice.names());
    document.put("severity", notice.severity());
    document.put("issuedAt", notice.issuedAt());
    document.put("basis", first.basis());
    document.put("faults", content.faults().stream().map(NoticeJson::fault).toList());
    putUnlessNull(document, "officer", notice.officer());
    putUnlessNull(document, "deadline", first.deadline());
    putUnlessNull(document, "cause", content.cause().isBlank() ? null : content.cause());
    putUnlessNull(document, "lower", content.lower() == null ? null : lower(content.lower()));
    return StoredDocument.of(Json.bytes(document));
  }

  private static Map<String, Object> fault(Fault fault) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("caseId", fault.caseId());
    one.put("subject", fault.subject());
    one.put("element", fault.element());
    one.put("rule", fault.rule());
    one.put("names", fault.names());
    one.put("severity", fault.severity());
    one.put("basis", fault.basis());
    putUnlessNull(one, "deadline", fault.deadline());
    return one;
  }

  private static Map<String, Object> lower(Notice lower) {
    return Map.of(
        "id", lower.id(),
        "number", lower.number(),
        "issuedAt", lower.issuedAt(),
        "state", lower.state().wire(),
        "version", lower.version());
  }

  private static void putUnlessNull(
      Map<String, Object> document,
      String member,
      @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      document.put(member, value);
    }
  }

  private NoticeJson() {}
}
