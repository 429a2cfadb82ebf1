package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.timeline.Facts;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One evaluation of one case. For one use. */
final class Round {

  private final Evaluation evaluation;
  private final Timeline timeline;
  private final Facts facts;
  private final Predicate<DeadlineKey> wanted;
  private final List<Deadline> deadlines = new ArrayList<>();

  Round(Evaluation evaluation, Predicate<DeadlineKey> wanted) {
    this.evaluation = evaluation;
    this.timeline = evaluation.timeline();
    this.facts = evaluation.facts();
    this.wanted = wanted;
  }

  /** All deadlines of the case, in a stable order. */
  List<Deadline> deadlines() {
    followEvents();
    followDeadlines();
    deadlines.sort(Deadline.BY_START);
    return List.copyOf(deadlines);
  }

  /** Each rule once that an event of the case may start and that the facts may let apply. */
  private void followEvents() {
    var followed = new BitSet();
    for (var type : timeline.types()) {
      for (var candidate : evaluation.book().startedBy(type)) {
        if (candidate.mayApply(facts) && !followed.get(candidate.ordinal())) {
          followed.set(candidate.ordinal());
          follow(candidate);
        }
      }
    }
  }

  /**
   * Follows one rule through the timeline; an event that restarts a period opens no second one for
   * the same subject.
   */
  private void follow(Candidate candidate) {
    Set<EventId> usedAsRestart = Set.of();
    for (var start : starts(candidate.rule())) {
      if (!usedAsRestart.contains(start.eventId())) {
        var ending = Ending.of(candidate.rule(), timeline, start);
        var result = run(candidate, start, ending, null);
        for (var restart : restartsOf(result, start.subject())) {
          usedAsRestart = usedAsRestart.isEmpty() ? new HashSet<>(2) : usedAsRestart;
          usedAsRestart.add(restart.eventId());
        }
      }
    }
  }

  private static List<CaseEvent> restartsOf(@Nullable ComputationResult result, Subject subject) {
    if (result == null || result.anchor().restarts().isEmpty()) {
      return List.of();
    }
    return result.anchor().restarts().stream()
        .filter(event -> event.subject().equals(subject))
        .toList();
  }

  private List<CaseEvent> starts(Rule rule) {
    if (rule.starts().size() == 1) {
      return timeline.ofType(rule.starts().getFirst());
    }
    List<CaseEvent> starts = new ArrayList<>();
    for (var type : rule.starts()) {
      starts.addAll(timeline.ofType(type));
    }
    starts.sort(Timeline.BY_TIME);
    return starts;
  }

  /** Rules that count from other deadlines, once those are known; they may start more. */
  private void followDeadlines() {
    for (var i = 0; i < deadlines.size(); i++) {
      var other = deadlines.get(i);
      var followers = evaluation.book().followersOfDeadline(other.rule().id());
      if (followers != null) {
        countBackFrom(other, followers.ofDue());
        if (other.state().hasPassedUnmet()) {
          followUnmet(other, followers.ofBreach());
        }
        if (other.state().isDone()) {
          followMet(other, followers.ofMet());
        }
      }
    }
  }

  /** Where the other deadline ended before it was due, so did what was to be done before that. */
  private void countBackFrom(Deadline other, List<Candidate> candidates) {
    var due = candidates.isEmpty() ? null : other.state().dueOrWasDue().orElse(null);
    if (due != null) {
      for (var candidate : candidates) {
        if (candidate.mayApply(facts)) {
          var start = derived(startOf(other), startOf(other).occurredAt());
          var own = Ending.of(candidate.rule(), timeline, start);
          var ending =
              other.state() instanceof DeadlineState.Cancelled cancelled
                  ? own.orCancelledBy(timeline.event(cancelled.by()))
                  : own;
          run(candidate, start, ending, due.on());
        }
      }
    }
  }

  private void followUnmet(Deadline other, List<Candidate> candidates) {
    var due = other.state().whenDue().orElseThrow();
    for (var candidate : candidates) {
      if (candidate.mayApply(facts)) {
        var start = derived(startOf(other), due.at());
        run(candidate, start, Ending.of(candidate.rule(), timeline, start), due.on());
      }
    }
  }

  private void followMet(Deadline other, List<Candidate> candidates) {
    for (var candidate : candidates) {
      if (candidate.mayApply(facts)) {
        var start = whatMet(other);
        run(candidate, start, Ending.of(candidate.rule(), timeline, start), null);
      }
    }
  }

  /** The act that met it; for a minimum period that has run out its start, as of then. */
  private CaseEvent whatMet(Deadline other) {
    var at = other.state().endedAt().orElseThrow();
    var act = timeline.event(other.contributors().getLast());
    return derived(act.occurredAt().equals(at) ? act : startOf(other), at);
  }

  /** An event as it starts another deadline: what it says of its own period is not repeated. */
  private static CaseEvent derived(CaseEvent event, Instant at) {
    return new CaseEvent(
        event.eventId(),
        event.type(),
        event.subject(),
        event.caseId(),
        at,
        event.acceptedAt(),
        event.recordedAt(),
        event.unit(),
        event.officer(),
        event.posting(),
        event.historyUntil(),
        Map.of());
  }

  private CaseEvent startOf(Deadline deadline) {
    return timeline.event(deadline.key().start());
  }

  /** Null where the facts do not let the rule apply, or where it was not in force. */
  private @Nullable ComputationResult run(
      Candidate candidate, CaseEvent start, Ending ending, @Nullable LocalDate referenceDay) {
    if (!facts.satisfy(candidate.conditions(), start.subject(), ending.factsUntil(start))) {
      return null;
    }
    var rule = candidate.rule();
    var startDay = Engine.referenceDay(rule, start, evaluation.days());
    var version = rule.versionOn(selectingDay(rule, startDay, ending)).orElse(null);
    return version == null
        ? null
        : run(new Computation(evaluation, rule, version, start, startDay, ending, referenceDay));
  }

  private ComputationResult run(Computation computation) {
    evaluation.budget().deadline();
    var result = computation.run();
    var key = computation.key();
    deadlines.add(wanted.test(key) ? result.explained(key) : result.deadline(key));
    return result;
  }

  /** The day whose law holds: that of the start, or, where the new law takes over, of now. */
  private LocalDate selectingDay(Rule rule, LocalDate startDay, Ending ending) {
    if (rule.transition() == Rule.Transition.GRANDFATHERED) {
      return startDay;
    }
    var end = ending.at();
    var lastDay = evaluation.dayOf(end == null ? evaluation.now() : end);
    return lastDay.isAfter(startDay) ? lastDay : startDay;
  }
}
