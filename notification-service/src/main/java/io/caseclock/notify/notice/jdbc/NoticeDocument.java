package io.caseclock.notify.notice.jdbc;

import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.FrozenDocument;
import io.caseclock.notify.notice.Notice;
import io.caseclock.wire.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Freezes what is issued: canonical JSON, with the deadline and its trace as annex. */
final class NoticeDocument {

  static FrozenDocument freeze(Notice notice, Fault fault) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("format", "caseclock-notice/1");
    content.put("id", notice.id());
    content.put("number", notice.number());
    content.put("unit", notice.unit());
    content.put("caseId", notice.caseId());
    content.put("subject", notice.subject());
    content.put("element", notice.element());
    content.put("rule", notice.rule());
    content.put("names", notice.names());
    content.put("severity", notice.severity());
    content.put("issuedAt", notice.issuedAt());
    content.put("basis", fault.basis());
    if (notice.officer() != null) {
      content.put("officer", notice.officer());
    }
    if (fault.deadline() != null) {
      content.put("deadline", fault.deadline());
    }
    var bytes = Json.bytes(content);
    return new FrozenDocument(bytes, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private NoticeDocument() {}
}
