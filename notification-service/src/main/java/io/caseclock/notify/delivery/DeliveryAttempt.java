package io.caseclock.notify.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery.
 *
 * @param outcome delivered, failed or undeliverable
 * @param millis how long the channel took
 */
public record DeliveryAttempt(
    int attempt, Instant at, String outcome, @Nullable String reason, long millis) {}
