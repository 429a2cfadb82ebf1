package io.caseclock.monitor.watch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a kept deadline is due.
 *
 * @param at the due instant
 * @param on the last lawful day, inclusive
 * @param lateFrom the first instant at which it is late; null for what cannot be late: a minimum
 *     period, and a right that lapses
 * @param provisional true where it rests on a year without a final notice
 */
public record StoredDue(
    Instant at, LocalDate on, @Nullable Instant lateFrom, boolean provisional) {}
