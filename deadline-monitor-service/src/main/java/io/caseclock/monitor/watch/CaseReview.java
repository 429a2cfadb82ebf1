package io.caseclock.monitor.watch;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.Contradiction;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.Timeline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.CaseChange.Effect;
import io.caseclock.ownership.Tenure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a case as a whole and finds what differs from what is kept. Pure: the same file and the
 * same now give the same change.
 */
public final class CaseReview {

  private final Law law;
  private final Duration settle;
  private final Snapshots snapshots;

  /**
   * @param settle how long an alarm waits that was due before its deadline was known
   */
  public CaseReview(Law law, Duration settle) {
    this.law = law;
    this.settle = settle;
    this.snapshots = new Snapshots(law);
  }

  /**
   * @param file the case with all its events, the new ones among them
   * @param arrived the events that are new, to tell their effects; empty for a mere re-evaluation
   */
  public CaseChange review(CaseFile file, List<CaseEvent> arrived, Instant now) {
    var timeline = law.timeline(file.caseId(), file.events());
    Map<UUID, StoredDeadline> kept = new HashMap<>();
    file.deadlines().forEach(deadline -> kept.put(deadline.id(), deadline));
    var result = new Result(file.caseId(), arrived, now);
    var keeper = new Keeper(law, timeline, now, settle);
    var frozen = new Frozen(law, arrived, file.events());
    Set<UUID> stillCalledFor = new HashSet<>();
    var computed = law.evaluate(timeline, now);
    for (var deadline : computed) {
      var id = deadline.key().id();
      var before = kept.get(id);
      stillCalledFor.add(id);
      if (before == null || !frozen.holds(before)) {
        result.compare(before, keeper.keep(deadline, before), deadline);
      }
    }
    for (var deadline : file.deadlines()) {
      if (!stillCalledFor.contains(deadline.id())
          && deadline.phase() != Phase.CANCELLED
          && !frozen.holds(deadline)) {
        result.change(deadline.cancelled(now), Change.CANCELLED, List.of());
      }
    }
    result.contradictions(file.contradictions(), Contradiction.in(timeline, computed));
    result.strangers(file.contradictions(), timeline);
    arrived.stream()
        .filter(event -> event.type().equals(BuiltInTypes.FINDING_RECORDED))
        .filter(event -> timeline.events().contains(event))
        .forEach(event -> result.news.add(Findings.recorded(event, now)));
    return result.toChange(timeline.ownership().tenures());
  }

  /** Collects the differences of one case. */
  private final class Result {

    private final String caseId;
    private final List<EventId> arrived;
    private final Instant now;
    private final List<StoredDeadline> rows = new ArrayList<>();
    private final List<DeadlineEvent> news = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Set<String> contradictions = new HashSet<>();

    Result(String caseId, List<CaseEvent> arrived, Instant now) {
      this.caseId = caseId;
      this.arrived = arrived.stream().map(CaseEvent::eventId).toList();
      this.now = now;
    }

    void compare(@Nullable StoredDeadline before, StoredDeadline after, Deadline computed) {
      var change = Differences.between(before, after);
      if (change.isPresent()) {
        change(after, change.get(), computed.contributors());
      } else if (!after.equals(before)) {
        rows.add(after);
      }
      news.addAll(Findings.refusedExtensions(before, after, computed, now));
    }

    void change(StoredDeadline after, Change change, List<EventId> contributors) {
      rows.add(after);
      var id = after.id() + ":" + after.revision() + ":" + change.name();
      news.add(new DeadlineChanged(id, change, snapshots.of(after, now, List.of()), now));
      var causes = arrived.stream().filter(contributors::contains).toList();
      for (var cause : causes.isEmpty() ? arrived : causes) {
        effects.add(new Effect(caseId, cause, after.id(), after.key().rule(), change));
      }
    }

    /** Each is told once, as long as it stands. */
    void contradictions(Set<String> told, List<Contradiction> found) {
      for (var contradiction : found) {
        if (contradictions.add(contradiction.id()) && !told.contains(contradiction.id())) {
          news.add(Findings.contradiction(caseId, contradiction, now));
        }
      }
    }

    /** Each stranger is told of once, as long as anything of theirs stands in the case. */
    void strangers(Set<String> told, Timeline timeline) {
      for (var event : timeline.strange()) {
        var name = Findings.stranger(event);
        if (contradictions.add(name) && !told.contains(name)) {
          news.add(Findings.notTheOwner(event, timeline.ownership(), now));
        }
      }
    }

    CaseChange toChange(List<Tenure> tenures) {
      return new CaseChange(caseId, rows, news, effects, contradictions, tenures);
    }
  }
}
