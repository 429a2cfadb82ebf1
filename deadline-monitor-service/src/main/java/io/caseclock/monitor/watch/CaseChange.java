package io.caseclock.monitor.watch;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.EventId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What follows from an evaluation: rows to write, news to tell, and which event had which effect.
 *
 * @param contradictions all that stand in the case now
 */
public record CaseChange(
    String caseId,
    List<StoredDeadline> deadlines,
    List<DeadlineEvent> news,
    List<Effect> effects,
    Set<String> contradictions) {

  /** An event led to a change of a deadline. */
  public record Effect(
      String caseId, EventId event, UUID deadlineId, String rule, DeadlineEvent.Change change) {}

  public CaseChange {
    deadlines = List.copyOf(deadlines);
    news = List.copyOf(news);
    effects = List.copyOf(effects);
    contradictions = Set.copyOf(contradictions);
  }
}
