package io.caseclock.monitor.watch;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Words;
import io.caseclock.monitor.count.CountChange;
import io.caseclock.monitor.deadline.Contradiction;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.monitor.watch.CaseChange.Effect;
import io.caseclock.ownership.Tenure;
import io.caseclock.pack.Listeners.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a case as a whole and finds what differs from what is kept. Pure: the same file and the
 * same now give the same change.
 */
public final class CaseEvaluator {

  private static final int MOST_OTHER_CAUSES = 5;

  /** The reason why it counts otherwise where nothing happened that people are told of. */
  private static final String CORRECTED = "corrected";

  private final Law law;
  private final SourceWaits waits;
  private final Snapshots snapshots;
  private final Counting counting;

  /**
   * @param wait how long alarms wait for a case to come to rest, whatever its source
   */
  public CaseEvaluator(Law law, Duration wait) {
    this(law, SourceWaits.always(wait));
  }

  public CaseEvaluator(Law law, SourceWaits waits) {
    this.law = law;
    this.waits = waits;
    this.snapshots = new Snapshots(law);
    this.counting = new Counting(law);
  }

  /** What the evaluation of one case may cost. */
  CaseLimits limits() {
    return law.limits();
  }

  /**
   * @param file the case with all its events, the new ones among them
   * @param arrived the events that are new, to tell their effects; empty for a mere re-evaluation
   * @throws io.caseclock.monitor.limit.OverLimitException where the case costs more than one may
   */
  public CaseChange review(StoredCase file, List<CaseEvent> arrived, Instant now) {
    var budget = new Budget(law.limits());
    var timeline = law.timeline(file.caseId(), file.events());
    Map<UUID, StoredDeadline> kept = new HashMap<>();
    file.deadlines().forEach(deadline -> kept.put(deadline.id(), deadline));
    var result = new Result(timeline, arrived, now);
    var factory = new StoredDeadlineFactory(law, timeline, rest(arrived, now));
    var settled = new SettledDeadlines(law, arrived, file.events());
    Set<UUID> stillCalledFor = new HashSet<>();
    var computed = law.evaluate(timeline, now, budget);
    for (var deadline : computed) {
      var id = deadline.key().id();
      var before = kept.get(id);
      stillCalledFor.add(id);
      if (before == null || !settled.contains(before)) {
        result.compare(before, factory.create(id, deadline, before), deadline);
      }
      result.held.refused(deadline);
      result.refused(deadline);
    }
    for (var deadline : file.deadlines()) {
      if (!stillCalledFor.contains(deadline.id()) && !settled.contains(deadline)) {
        result.vanish(deadline);
      }
    }
    result.contradictions(file.contradictions(), Contradiction.in(timeline, computed, budget));
    result.strangers(file.contradictions(), timeline);
    result.held.recorded();
    result.standing.recorded(timeline);
    arrived.stream()
        .filter(event -> event.type().equals(BuiltInTypes.FINDING_RECORDED) && !event.isHistory())
        .filter(event -> timeline.find(event.eventId()).filter(event::equals).isPresent())
        .forEach(event -> result.news.add(Findings.recorded(event, now)));
    result.unwatched(arrived, timeline, computed);
    return result.toChange(
        nextStart(computed), ArrivalGap.of(file.events(), arrived), timeline.ownership().tenures());
  }

  /** When the first of the open deadlines is due by which others start; null for none. */
  private @Nullable Instant nextStart(List<Deadline> computed) {
    return computed.stream()
        .filter(deadline -> deadline.state() instanceof DeadlineState.Running)
        .filter(deadline -> law.startsOthersWhenDue(deadline.rule()))
        .flatMap(deadline -> deadline.state().whenDue().stream())
        .map(Due::lateFrom)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private RestOfCase rest(List<CaseEvent> arrived, Instant now) {
    return new RestOfCase(waits, now, !arrived.isEmpty());
  }

  /** Collects the differences of one case. */
  private final class Result {

    private final String caseId;
    private final Set<EventId> arrived;
    private final List<EventId> otherCauses;
    private final Instant now;
    private final List<StoredDeadline> rows = new ArrayList<>();
    private final List<StoredDeadline> alarms = new ArrayList<>();
    private final List<CountChange> counts = new ArrayList<>();
    private final List<DeadlineEvent> news = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Set<String> contradictions = new HashSet<>();
    private final HeldFindings held;
    private final StandingFindings.Collected standing = new StandingFindings.Collected();

    Result(Timeline timeline, List<CaseEvent> arrived, Instant now) {
      this.caseId = timeline.caseId();
      this.held = new HeldFindings(timeline, now);
      this.arrived = new HashSet<>();
      arrived.forEach(event -> this.arrived.add(event.eventId()));
      this.otherCauses = otherCauses(arrived);
      this.now = now;
    }

    /**
     * What else may have led to a change: facts and withdrawals have no place among the
     * contributors of a deadline. Of many that came at once the newest are named, so that the
     * effects of one batch stay in proportion to the deadlines that it changed.
     */
    private static List<EventId> otherCauses(List<CaseEvent> arrived) {
      var indirect = arrived.stream().filter(Result::worksIndirectly).toList();
      var causes = indirect.isEmpty() ? arrived : indirect;
      return causes.stream()
          .skip(Math.max(0, causes.size() - MOST_OTHER_CAUSES))
          .map(CaseEvent::eventId)
          .toList();
    }

    private static boolean worksIndirectly(CaseEvent event) {
      return !event.facts().isEmpty() || event.type().equals(BuiltInTypes.EVENT_WITHDRAWN);
    }

    void compare(@Nullable StoredDeadline before, StoredDeadline after, Deadline computed) {
      var change = DeadlineChanges.between(before, after);
      if (change.isPresent()) {
        change(before, after, change.get(), computed.contributors());
      } else if (!after.equals(before)) {
        keep(before, after);
        counts.addAll(counting.between(before, after, CORRECTED, now));
      }
      news.addAll(held.toTell(Findings.refusedExtensions(before, computed, now), computed));
    }

    /** Approvals that have no effect, told before or now. */
    void refused(Deadline computed) {
      Findings.refusedExtensions(null, computed, now)
          .forEach(refused -> standing.add(refused.finding().id()));
    }

    /** Nothing calls for it any more; one that was cancelled before is only counted no longer. */
    void vanish(StoredDeadline deadline) {
      if (deadline.phase() != Phase.CANCELLED) {
        change(deadline, deadline.cancelled(now), Change.CANCELLED, List.of());
      } else if (deadline.count().on() != null) {
        var after = deadline.countedNowhere();
        keep(deadline, after);
        counts.addAll(counting.between(deadline, after, CORRECTED, now));
      }
    }

    /** Each further event of a case puts its next alarms off, and changes nothing else of most. */
    private void keep(@Nullable StoredDeadline before, StoredDeadline after) {
      var planned = before == null ? null : before.nextAlarmAt();
      if (before == null || !after.alarmedAt(planned).equals(before)) {
        rows.add(after);
      }
      if (!Objects.equals(planned, after.nextAlarmAt())) {
        alarms.add(after);
      }
    }

    void change(
        @Nullable StoredDeadline before,
        StoredDeadline after,
        Change change,
        List<EventId> contributors) {
      keep(before, after);
      counts.addAll(counting.between(before, after, Words.of(change), now));
      var id = after.id() + ":" + after.revision() + ":" + change.name();
      news.add(new DeadlineChanged(id, change, snapshots.of(after, now, List.of()), now));
      var causes = contributors.stream().filter(arrived::contains).distinct().toList();
      for (var cause : causes.isEmpty() ? otherCauses : causes) {
        effects.add(new Effect(caseId, cause, after.id(), after.key().rule(), change));
      }
    }

    /** Events that no rule of their day listens to, unless a later law took them on. */
    void unwatched(List<CaseEvent> events, Timeline timeline, List<Deadline> computed) {
      var all = timeline.events().stream().filter(this::isUnwatched).toList();
      if (all.isEmpty()) {
        return;
      }
      Set<EventId> counted = new HashSet<>();
      computed.forEach(deadline -> counted.addAll(deadline.contributors()));
      var left = all.stream().filter(event -> !counted.contains(event.eventId())).toList();
      left.forEach(event -> standing.add(Findings.unwatchedId(event)));
      Set<EventId> leftNew = new HashSet<>(arrived);
      leftNew.retainAll(left.stream().map(CaseEvent::eventId).toList());
      events.stream()
          .filter(event -> !event.isHistory() && leftNew.contains(event.eventId()))
          .forEach(event -> news.add(Findings.unwatched(event, dayOf(event), now)));
      left.stream()
          .filter(CaseEvent::isHistory)
          .forEach(event -> held.add(Findings.unwatched(event, dayOf(event), now)));
    }

    private boolean isUnwatched(CaseEvent event) {
      return law.listeners().watched(event.type(), event.occurredAt()) == Watched.NOT_IN_FORCE;
    }

    private LocalDate dayOf(CaseEvent event) {
      return event.occurredAt().atZone(law.zone()).toLocalDate();
    }

    /** Each is told once, as long as it stands. */
    void contradictions(Set<String> told, List<Contradiction> found) {
      for (var contradiction : found) {
        if (contradiction.end().isHistory() && contradiction.beginning().isHistory()) {
          contradictions.add(contradiction.id());
          held.add(Findings.contradiction(caseId, contradiction, now));
        } else if (contradictions.add(contradiction.id()) && !told.contains(contradiction.id())) {
          news.add(Findings.contradiction(caseId, contradiction, now));
        }
      }
    }

    /** Each stranger is told of once, as long as anything of theirs stands in the case. */
    void strangers(Set<String> told, Timeline timeline) {
      for (var event : timeline.strange()) {
        var name = Findings.stranger(event);
        if (event.isHistory()) {
          contradictions.add(name + ":history");
          held.add(Findings.notTheOwner(event, timeline.ownership(), now));
        } else if (contradictions.add(name) && !told.contains(name)) {
          news.add(Findings.notTheOwner(event, timeline.ownership(), now));
        }
      }
    }

    CaseChange toChange(@Nullable Instant evaluateAt, List<ArrivalGap> gaps, List<Tenure> tenures) {
      contradictions.forEach(name -> standing.add(Findings.namedId(caseId, name)));
      return new CaseChange(
          caseId,
          rows,
          alarms,
          counts,
          news,
          effects,
          contradictions,
          held.hasHistory(),
          held.all(),
          standing.toFindings(),
          evaluateAt,
          gaps,
          tenures);
    }
  }
}
