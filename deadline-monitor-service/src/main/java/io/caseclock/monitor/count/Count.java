package io.caseclock.monitor.count;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one deadline counts, and as what.
 *
 * @param on its due day in the pack's zone; where it was cancelled before it was due, or cut short,
 *     the day of that
 * @param unit who had it when it was due, or ended before
 * @param officer the same; null where nobody is named
 */
public record Count(
    LocalDate on,
    String unit,
    @Nullable String officer,
    String rule,
    String list,
    String element,
    Outcome outcome,
    boolean extended,
    boolean warned,
    @Nullable LateCause lateCause) {

  Count lateBy(LateCause cause) {
    return new Count(on, unit, officer, rule, list, element, outcome, extended, warned, cause);
  }
}
