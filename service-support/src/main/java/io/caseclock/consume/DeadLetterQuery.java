package io.caseclock.consume;

import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are asked for; null asks for all.
 *
 * @param after only those of a higher id
 * @param limit the most that are wanted
 */
public record DeadLetterQuery(
    @Nullable String topic,
    @Nullable FailureReason reason,
    @Nullable DeadLetterState state,
    long after,
    int limit) {}
