package io.caseclock.notify.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the delivery log.
 *
 * @param to an e-mail address or a mobile number, masked
 * @param takenBackAt since when nobody sends it any more, as it went another way or fell away
 */
public record DeliveryRecord(
    long seq,
    String id,
    String channel,
    String addressee,
    @Nullable String to,
    @Nullable String eventId,
    String kind,
    String level,
    int count,
    String unit,
    @Nullable String caseId,
    Instant queuedAt,
    int attempts,
    @Nullable String lastReason,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant givenUpAt,
    @Nullable Instant takenBackAt,
    @Nullable String takenBackReason) {}
