package io.caseclock.monitor.watch;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.EventId;
import io.caseclock.ownership.Tenure;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What follows from an evaluation: rows to write, news to tell, and which event had which effect.
 *
 * @param contradictions all that stand in the case now
 * @param tenures to whom the case belonged when, oldest first; empty where nothing opened it yet
 */
public record CaseChange(
    String caseId,
    List<StoredDeadline> deadlines,
    List<DeadlineEvent> news,
    List<Effect> effects,
    Set<String> contradictions,
    List<Tenure> tenures) {

  /** An event led to a change of a deadline. */
  public record Effect(
      String caseId, EventId event, UUID deadlineId, String rule, DeadlineEvent.Change change) {}

  public CaseChange {
    deadlines = List.copyOf(deadlines);
    news = List.copyOf(news);
    effects = List.copyOf(effects);
    contradictions = Set.copyOf(contradictions);
    tenures = List.copyOf(tenures);
  }
}
