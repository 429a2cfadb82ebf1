package io.caseclock.monitor.statistics.rest;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.Names;
import io.caseclock.monitor.statistics.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in one group.
 *
 * @param key the id of the unit, rule, list, element or officer, or the first day of the stretch;
 *     empty where no officer is named
 * @param names null where the key has none
 * @param rate met in time, of those of which it is known
 * @param rank 1 for the best rate, the same for equal ones; null in groups of time, and where it is
 *     known of fewer than five
 */
public record GroupView(
    String key, @Nullable Names names, DeadlineCounts counts, Rate rate, @Nullable Integer rank) {}
