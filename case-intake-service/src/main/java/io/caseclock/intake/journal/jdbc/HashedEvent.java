package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Sha256;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event with the hash of its canonical content; equal content has equal hashes.
 *
 * @param acceptedAt when it is accepted, should it be new
 */
record HashedEvent(CheckedEvent event, byte[] hash, Instant acceptedAt) {

  /**
   * Each a microsecond after the one before it, the last at that instant: of events that are kept
   * together, the one that came first was accepted first.
   */
  static List<HashedEvent> inOrder(List<CheckedEvent> events, Instant last) {
    List<HashedEvent> hashed = new ArrayList<>();
    for (var event : events) {
      var after = events.size() - 1 - hashed.size();
      hashed.add(of(event, last.minus(after, ChronoUnit.MICROS)));
    }
    return hashed;
  }

  static HashedEvent of(CheckedEvent event, Instant acceptedAt) {
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
    return new HashedEvent(event, Sha256.of(Json.bytes(content)), acceptedAt);
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
