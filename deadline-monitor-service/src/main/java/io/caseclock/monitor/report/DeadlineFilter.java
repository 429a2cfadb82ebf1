package io.caseclock.monitor.report;

import io.caseclock.contract.DeadlineStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a listing asks for; null and empty mean anything.
 *
 * @param visibleUnit the unit whose subtree the caller may see
 * @param unit a unit whose subtree is asked for, inside the visible one
 * @param dueFrom inclusive
 * @param dueBefore exclusive
 */
public record DeadlineFilter(
    String visibleUnit,
    @Nullable String unit,
    @Nullable String caseId,
    @Nullable String rule,
    @Nullable String list,
    @Nullable String officer,
    Set<DeadlineStatus> statuses,
    Set<String> severities,
    @Nullable Instant dueFrom,
    @Nullable Instant dueBefore) {

  public DeadlineFilter {
    statuses = Set.copyOf(statuses);
    severities = Set.copyOf(severities);
  }

  /** Everything of one case. */
  public static DeadlineFilter ofCase(String visibleUnit, String caseId) {
    return new DeadlineFilter(
        visibleUnit, null, caseId, null, null, null, Set.of(), Set.of(), null, null);
  }
}
