package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.ComputationResult.Anchor;
import io.caseclock.monitor.deadline.ComputationResult.StatedTerm;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.period.Period;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Alternative;
import io.caseclock.pack.MonthEnd;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The course of one deadline, from its starting event to its end.
 *
 * @param startDay the day of the start; of a backward rule the one that the start names
 * @param ending what ends it, as far as known
 * @param referenceDay the day that a backward rule counts from; null for its anchor's own
 */
record Computation(
    Evaluation evaluation,
    Rule rule,
    RuleVersion version,
    CaseEvent start,
    LocalDate startDay,
    Ending ending,
    @Nullable LocalDate referenceDay) {

  /** How long the period is and how it is counted, by one way to read the law. */
  private record Reading(Term term, boolean startDayCounts, MonthEnd monthEnd, Roll roll) {

    static Reading of(RuleVersion version, Term term) {
      return new Reading(term, version.startDayCounts(), version.monthEnd(), version.roll());
    }

    /** The other reading, which is the operative one where it says nothing. */
    static Reading of(RuleVersion version, Alternative other) {
      var startDay = other.startDayCounts();
      return new Reading(
          other.period(),
          startDay == null ? version.startDayCounts() : startDay,
          Objects.requireNonNullElse(other.monthEnd(), version.monthEnd()),
          Objects.requireNonNullElse(other.roll(), version.roll()));
    }
  }

  DeadlineKey key() {
    return new DeadlineKey(
        evaluation.timeline().caseId(), start.subject(), rule.id(), start.eventId());
  }

  ComputationResult run() {
    var anchor = anchor();
    var term = term();
    var changes = changesAfter(anchor.event());
    var period = period(anchor.event(), Reading.of(version, term.term()));
    var walked = walk(period, term.term(), changes);
    var kept = Math.min(walked.refused().size(), evaluation.budget().refusedOfADeadline());
    for (var i = 0; i < kept; i++) {
      evaluation.budget().finding();
    }
    return new ComputationResult(
        this,
        anchor,
        term,
        walked,
        CurrentState.of(this, walked),
        alternative(anchor.event(), changes));
  }

  private Anchor anchor() {
    if (version.restarts().isEmpty()) {
      return new Anchor(start, null, List.of());
    }
    var anchor = start;
    Restart restarted = null;
    List<CaseEvent> restarts = new ArrayList<>(0);
    for (var restart : version.restarts()) {
      for (var event : restartsBy(restart)) {
        evaluation.budget().step();
        restarts.add(event);
        if (!event.occurredAt().isBefore(anchor.occurredAt())) {
          anchor = event;
          restarted = restart;
        }
      }
    }
    return new Anchor(anchor, restarted, restarts);
  }

  private List<CaseEvent> restartsBy(Restart restart) {
    var events = evaluation.timeline().matching(restart.trigger(), start.subject());
    var from = Timeline.before(events, start.occurredAt());
    return events.subList(from, events.size()).stream()
        .takeWhile(event -> isBeforeEnd(event.occurredAt()))
        .filter(event -> Timeline.BY_TIME.compare(event, start) > 0)
        .toList();
  }

  private StatedTerm term() {
    var said = start.data().get("term");
    if (said == null) {
      return new StatedTerm(version.period(), null, null);
    }
    try {
      var stated = Term.ofIso(said.toString(), version.period().unit());
      var bounds = version.term();
      var lawful = bounds == null ? stated : bounds.nearestTo(stated);
      return new StatedTerm(lawful, null, lawful.equals(stated) ? null : stated);
    } catch (IllegalArgumentException e) {
      return new StatedTerm(version.period(), said, null);
    }
  }

  private WalkResult walk(Period period, Term term, List<PeriodChange> changes) {
    if (changes.isEmpty()) {
      return WalkResult.unchanged(period);
    }
    var extensions = new Extensions(evaluation.book(), version, term);
    return new PeriodWalk(evaluation, period, extensions, ending.at()).through(changes);
  }

  private @Nullable Due alternative(CaseEvent anchor, List<PeriodChange> changes) {
    var other = version.alternative();
    if (other == null) {
      return null;
    }
    var period = period(anchor, Reading.of(version, other));
    var walked = walk(period, other.period(), changes);
    return walked.isPaused() ? null : walked.end().due();
  }

  private Period period(CaseEvent anchor, Reading reading) {
    var roll = reading.roll();
    var counting =
        new Period.Counting(
            evaluation.calendar(),
            evaluation.days(),
            rule.direction(),
            reading.startDayCounts(),
            reading.monthEnd(),
            roll,
            roll == Roll.NONE_IF_IN_CUSTODY && isInCustody(),
            anchor.occurredAt(),
            countingDay(anchor));
    var period = Period.of(counting, reading.term());
    evaluation.budget().compared(period.daysToLookAt());
    return period;
  }

  private LocalDate countingDay(CaseEvent anchor) {
    if (referenceDay != null) {
      return referenceDay;
    }
    return anchor.equals(start) ? startDay : Engine.referenceDay(rule, anchor, evaluation.days());
  }

  private boolean isInCustody() {
    var facts = evaluation.facts();
    evaluation.budget().compared(start.subject().isCase() ? facts.subjectsOfCustody() : 1);
    return facts.isInCustody(start.subject(), ending.factsUntil(start));
  }

  /** Spans and approvals after the anchor and before the end, in the order of their beginning. */
  private List<PeriodChange> changesAfter(CaseEvent anchor) {
    var budget = evaluation.budget();
    var approvals = evaluation.timeline().approvals(rule.id(), start.subject());
    budget.compared(approvals.size());
    if (approvals.isEmpty() && version.tolling().isEmpty()) {
      return List.of();
    }
    List<PeriodChange> changes = new ArrayList<>(0);
    for (var approval : approvals) {
      if (isBetween(anchor, approval)) {
        budget.step();
        changes.add(new PeriodChange.Approval(approval));
      }
    }
    for (var pair : version.tolling()) {
      var spans = evaluation.timeline().spans(pair, start.subject());
      budget.compared(spans.size());
      for (var span : spans) {
        if (isBeforeEnd(span.from().occurredAt()) && span.lastsAfter(anchor.occurredAt())) {
          budget.step();
          changes.add(new PeriodChange.Suspension(span, later(span.from(), anchor)));
        }
      }
    }
    changes.sort(PeriodChange.BY_TIME);
    return changes;
  }

  private static Instant later(CaseEvent one, CaseEvent other) {
    return one.occurredAt().isBefore(other.occurredAt()) ? other.occurredAt() : one.occurredAt();
  }

  private boolean isBetween(CaseEvent anchor, CaseEvent event) {
    return !event.occurredAt().isBefore(anchor.occurredAt()) && isBeforeEnd(event.occurredAt());
  }

  private boolean isBeforeEnd(Instant at) {
    var end = ending.at();
    return end == null || !at.isAfter(end);
  }
}
