package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Sha256;
import io.caseclock.intake.journal.JournalEntry;
import io.caseclock.wire.Json;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** An entry with the hash of its canonical content; equal content has equal hashes. */
record HashedEntry(JournalEntry entry, byte[] hash) {

  static HashedEntry of(JournalEntry entry) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", entry.type());
    content.put("subject", entry.subject().toString());
    content.put("time", entry.occurredAt());
    if (entry.recordedAt() != null) {
      content.put("recordedtime", entry.recordedAt());
    }
    content.put("data", entry.data());
    return new HashedEntry(entry, Sha256.of(Json.bytes(content)));
  }

  EventId eventId() {
    return entry.eventId();
  }

  boolean hasContent(byte[] otherHash) {
    return Arrays.equals(hash, otherHash);
  }

  String hex() {
    return HexFormat.of().formatHex(hash);
  }
}
