package io.caseclock.monitor.report;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.prediction.Band;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a listing asks for; null and empty mean anything.
 *
 * @param visibleUnit the unit whose subtree the caller may see
 * @param unit a unit whose subtree is asked for, inside the visible one
 * @param ids only these
 * @param risks how likely a deadline is to be missed; only what runs and is not late has a chance
 * @param changed what it came to in the last days
 * @param rules only those of these rules, beside {@code rule}
 */
public record DeadlineFilter(
    String visibleUnit,
    @Nullable String unit,
    @Nullable String caseId,
    @Nullable String rule,
    @Nullable String list,
    @Nullable String officer,
    Set<UUID> ids,
    Set<DeadlineStatus> statuses,
    Set<String> severities,
    Set<String> elements,
    Set<Band> risks,
    DueSpan due,
    @Nullable ChangedSince changed,
    Set<String> rules) {

  public DeadlineFilter {
    ids = Set.copyOf(ids);
    statuses = Set.copyOf(statuses);
    severities = Set.copyOf(severities);
    elements = Set.copyOf(elements);
    risks = Set.copyOf(risks);
    rules = Set.copyOf(rules);
  }

  /** Whatever it came to, and whenever. */
  public DeadlineFilter(
      String visibleUnit,
      @Nullable String unit,
      @Nullable String caseId,
      @Nullable String rule,
      @Nullable String list,
      @Nullable String officer,
      Set<UUID> ids,
      Set<DeadlineStatus> statuses,
      Set<String> severities,
      Set<String> elements,
      Set<Band> risks,
      DueSpan due) {
    this(
        visibleUnit,
        unit,
        caseId,
        rule,
        list,
        officer,
        ids,
        statuses,
        severities,
        elements,
        risks,
        due,
        null,
        Set.of());
  }

  /** Everything of one case. */
  public static DeadlineFilter ofCase(String visibleUnit, String caseId) {
    return new DeadlineFilter(
        visibleUnit,
        null,
        caseId,
        null,
        null,
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        DueSpan.ANY);
  }

  /** Whether one case is asked for, of which its owner sees more than their own deadlines. */
  public boolean asksInsideOneCase() {
    return caseId != null;
  }

  /** Whether only what is still to be done can be found. */
  public boolean asksForOpenOnes() {
    return !statuses.isEmpty() && statuses.stream().allMatch(DeadlineStatus::isOpen)
        || due.overdue()
        || !risks.isEmpty();
  }
}
