package io.caseclock.notify.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the delivery log. */
public record DeliveryRecord(
    long seq,
    String id,
    String webhook,
    String eventId,
    String kind,
    String unit,
    String caseId,
    Instant queuedAt,
    int attempts,
    @Nullable String lastReason,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant givenUpAt) {}
