package io.caseclock.monitor.watch;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.count.CountChange;
import io.caseclock.monitor.count.LateCause;
import io.caseclock.ownership.Tenure;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an evaluation: rows to write, news to tell, and which event had which effect.
 *
 * @param deadlines those of which anything but their next alarm changed
 * @param alarms those whose next alarm changed
 * @param counts what the statistics add and take away
 * @param contradictions all that stand in the case now
 * @param hasHistory whether any event of the case says that something is history
 * @param held all findings about history that stand in the case now, which nobody is told of
 * @param findings which findings stand in the case now, and which were rectified
 * @param evaluateAt when other deadlines start because one is due, if nothing happens before; null
 *     for never
 * @param gaps how long after one another the new events were accepted
 * @param tenures to whom the case belonged when, oldest first; empty where nothing opened it yet
 */
public record CaseChange(
    String caseId,
    List<StoredDeadline> deadlines,
    List<StoredDeadline> alarms,
    List<CountChange> counts,
    List<DeadlineEvent> news,
    List<Effect> effects,
    Set<String> contradictions,
    boolean hasHistory,
    List<HeldFinding> held,
    StandingFindings findings,
    @Nullable Instant evaluateAt,
    List<ArrivalGap> gaps,
    List<Tenure> tenures) {

  /** An event led to a change of a deadline. */
  public record Effect(
      String caseId, EventId event, UUID deadlineId, String rule, DeadlineEvent.Change change) {}

  /** A finding about history; {@code id} is that of the event that would have told of it. */
  public record HeldFinding(String caseId, String id, String cause, String unit) {}

  /** The timely acts in it that were entered late, as far as is known by the data alone. */
  List<LateEntry> lateEntries() {
    return deadlines.stream().flatMap(deadline -> deadline.lateEntry().stream()).toList();
  }

  /** The same, where some of those came late since nothing could come. */
  CaseChange causedBySilence(Set<UUID> silent) {
    return new CaseChange(
        caseId,
        deadlines.stream()
            .map(row -> silent.contains(row.id()) ? row.enteredLate(LateCause.SYSTEM) : row)
            .toList(),
        alarms,
        counts.stream()
            .map(each -> silent.contains(each.deadlineId()) ? each.causedBySilence() : each)
            .toList(),
        news,
        effects,
        contradictions,
        hasHistory,
        held,
        findings,
        evaluateAt,
        gaps,
        tenures);
  }

  public CaseChange {
    deadlines = List.copyOf(deadlines);
    alarms = List.copyOf(alarms);
    counts = List.copyOf(counts);
    news = List.copyOf(news);
    effects = List.copyOf(effects);
    contradictions = Set.copyOf(contradictions);
    held = List.copyOf(held);
    gaps = List.copyOf(gaps);
    tenures = List.copyOf(tenures);
  }
}
