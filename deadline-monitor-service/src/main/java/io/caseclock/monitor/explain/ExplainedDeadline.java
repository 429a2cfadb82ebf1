package io.caseclock.monitor.explain;

import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.watch.StoredDeadline;
import org.jspecify.annotations.Nullable;

/**
 * A kept deadline and how it is computed now.
 *
 * @param computed with its trace; null where the events of the case no longer give it
 * @param isReproduced whether the computation of now gives the hash that was stored
 */
public record ExplainedDeadline(
    StoredDeadline stored, @Nullable Deadline computed, boolean isReproduced, DayStrip strip) {}
