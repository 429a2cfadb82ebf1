package io.caseclock.intake.journal;

import io.caseclock.contract.EventId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the journal knows of an accepted event.
 *
 * @param occurredAt when it happened, as its sender says
 * @param publishedAt when Kafka confirmed it; null while it waits
 * @param contentHash SHA-256 of the canonical content, in hexadecimal
 * @param contentsDeletedAt when the content was deleted, kept long enough; null while it is there
 */
public record Receipt(
    EventId eventId,
    String caseId,
    String type,
    Instant occurredAt,
    Instant acceptedAt,
    @Nullable Instant publishedAt,
    String contentHash,
    @Nullable Instant contentsDeletedAt) {

  /** How an event is named in an address: {@code ?source=…&id=…}. */
  public static String query(EventId id) {
    return "?source=" + encoded(id.source()) + "&id=" + encoded(id.id());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
