package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Sha256;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.wire.Json;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event with the hash of its canonical content; equal content has equal hashes. */
record HashedEvent(CheckedEvent event, byte[] hash) {

  static HashedEvent of(CheckedEvent event) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", event.type());
    content.put("subject", event.subject().toString());
    content.put("time", event.occurredAt());
    if (event.recordedAt() != null) {
      content.put("recordedtime", event.recordedAt());
    }
    if (event.history().sent() != null) {
      content.put("historyuntil", event.history().sent());
    }
    content.put("data", event.data());
    return new HashedEvent(event, Sha256.of(Json.bytes(content)));
  }

  EventId eventId() {
    return event.eventId();
  }

  boolean hasContent(byte[] otherHash) {
    return Arrays.equals(hash, otherHash);
  }

  String hex() {
    return HexFormat.of().formatHex(hash);
  }
}
