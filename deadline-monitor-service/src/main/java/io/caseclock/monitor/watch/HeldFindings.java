package io.caseclock.monitor.watch;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.monitor.watch.CaseChange.HeldFinding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one case that are about history: they are counted and told to nobody. All that
 * stand are found at each evaluation, so that they follow from the set of events alone.
 */
final class HeldFindings {

  private final Timeline timeline;
  private final Instant now;
  private final boolean hasHistory;
  private final Map<String, HeldFinding> byId = new LinkedHashMap<>();

  HeldFindings(Timeline timeline, Instant now) {
    this.timeline = timeline;
    this.now = now;
    this.hasHistory =
        timeline.events().stream().anyMatch(event -> event.historyUntil() != null)
            || timeline.strange().stream().anyMatch(event -> event.historyUntil() != null);
  }

  boolean hasHistory() {
    return hasHistory;
  }

  List<HeldFinding> all() {
    return List.copyOf(byId.values());
  }

  void add(FindingRaised finding) {
    byId.putIfAbsent(
        finding.id(),
        new HeldFinding(finding.caseId(), finding.id(), finding.cause(), finding.unit()));
  }

  /** Faults that people found long ago. */
  void recorded() {
    if (hasHistory) {
      timeline.ofType(BuiltInTypes.FINDING_RECORDED).stream()
          .filter(CaseEvent::isHistory)
          .forEach(event -> add(Findings.recorded(event, now)));
    }
  }

  /** Approvals of old that moved nothing. */
  void refused(Deadline computed) {
    if (hasHistory) {
      Findings.refusedExtensions(null, computed, now).stream()
          .filter(refused -> isHistory(refused.approval(), computed))
          .forEach(refused -> add(refused.finding()));
    }
  }

  /** Those that people are told of, since they are about no history. */
  List<FindingRaised> toTell(List<Findings.Refused> refused, Deadline computed) {
    return refused.stream()
        .filter(one -> !hasHistory || !isHistory(one.approval(), computed))
        .map(Findings.Refused::finding)
        .toList();
  }

  /** Of approvals that are only counted, as old as the deadline. */
  private boolean isHistory(@Nullable EventId approval, Deadline computed) {
    return timeline
        .find(approval == null ? computed.key().start() : approval)
        .filter(CaseEvent::isHistory)
        .isPresent();
  }
}
