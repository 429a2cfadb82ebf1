package io.caseclock.pack;

import io.caseclock.contract.Names;
import org.jspecify.annotations.Nullable;

/**
 * The other reading where the law is open: shown beside the operative one, never enforced.
 *
 * @param roll null where the reading rolls as the operative one does
 * @param monthEnd null where the reading counts months as the operative one does
 * @param startDayCounts null where the reading counts as the operative one does
 */
public record Alternative(
    Term period,
    @Nullable Roll roll,
    @Nullable Boolean startDayCounts,
    @Nullable MonthEnd monthEnd,
    String basis,
    @Nullable Names use) {

  boolean needsCalendar() {
    return (roll != null && roll != Roll.NONE) || period.countsWorkingDays();
  }
}
