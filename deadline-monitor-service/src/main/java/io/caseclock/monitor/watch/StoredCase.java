package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import java.util.List;
import java.util.Set;

/**
 * What is kept of one case, locked for the transaction at hand.
 *
 * @param contradictions those that people were told of
 */
public record StoredCase(
    String caseId,
    List<CaseEvent> events,
    List<StoredDeadline> deadlines,
    Set<String> contradictions) {

  public StoredCase {
    events = List.copyOf(events);
    deadlines = List.copyOf(deadlines);
    contradictions = Set.copyOf(contradictions);
  }
}
