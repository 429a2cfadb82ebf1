package io.caseclock.monitor.deadline;

import io.caseclock.calendar.WorkingCalendar;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.ownership.Ownership.Standing;
import io.caseclock.ownership.Tenure;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The course of one deadline, from its starting event to its end. */
final class Course {

  private final RuleBook book;
  private final WorkingCalendar calendar;
  private final Timeline timeline;
  private final Facts facts;
  private final Budget budget;
  private final Rule rule;
  private final RuleVersion version;
  private final CaseEvent start;
  private final @Nullable LocalDate referenceDay;
  private final Ending ending;
  private final List<CaseEvent> restarts = new ArrayList<>(0);
  private final List<EventId> contributors = new ArrayList<>(4);
  private final RefusedExtensions refused;
  private @Nullable List<Walk.Step> steps;

  /**
   * @param ending what ends it, as far as known
   * @param referenceDay the day that a backward rule counts from; null for its anchor's own
   */
  Course(
      RuleBook book,
      WorkingCalendar calendar,
      Timeline timeline,
      Facts facts,
      Budget budget,
      Rule rule,
      RuleVersion version,
      CaseEvent start,
      Ending ending,
      @Nullable LocalDate referenceDay) {
    this.book = book;
    this.calendar = calendar;
    this.timeline = timeline;
    this.facts = facts;
    this.budget = budget;
    this.refused = new RefusedExtensions(budget, budget.refusedOfADeadline());
    this.rule = rule;
    this.version = version;
    this.start = start;
    this.ending = ending;
    this.referenceDay = referenceDay;
  }

  /** Whether the facts, as stated up to its end, let the rule apply. */
  boolean applies() {
    return book.conditionsHold() || facts.satisfy(rule.when(), start.subject(), factsUntil());
  }

  /** The last instant whose facts count: the end, but never before the start's own. */
  private @Nullable Instant factsUntil() {
    var end = ending.at();
    return end == null || end.isAfter(start.occurredAt()) ? end : start.occurredAt();
  }

  DeadlineKey key() {
    return new DeadlineKey(timeline.caseId(), start.subject(), rule.id(), start.eventId());
  }

  /** The events from which the period ran anew. */
  List<CaseEvent> restarts() {
    return restarts;
  }

  Deadline deadline(Instant now, Trace trace) {
    contributors.add(start.eventId());
    var anchor = start;
    Restart restarted = null;
    for (var restart : version.restarts()) {
      var events = timeline.matching(restart.trigger(), start.subject());
      var from = Timeline.before(events, start.occurredAt());
      for (var event : events.subList(from, events.size())) {
        if (!isBeforeEnd(event.occurredAt())) {
          break;
        }
        if (isAfterStart(event)) {
          budget.step();
          restarts.add(event);
          if (!event.occurredAt().isBefore(anchor.occurredAt())) {
            anchor = event;
            restarted = restart;
          }
        }
      }
    }
    trace.started(book.zone(), start, version, countedFrom(anchor));
    if (restarted != null) {
      contributors.add(anchor.eventId());
      trace.restarted(book.zone(), anchor, restarted);
    }
    var walk = walk(anchor, trace);
    if (refused.further() > 0) {
      trace.refusedFurther(refused.further());
    }
    var state = Verdict.of(rule, ending, walk, now);
    var end = ending.event();
    if (end != null) {
      contributors.add(end.eventId());
    }
    trace.ended(book.zone(), state, end);
    var alternative = alternative(anchor);
    trace.alternative(version.alternative(), alternative);
    var responsible = responsible(state);
    return new Deadline(
        key(),
        rule,
        version,
        anchor.occurredAt(),
        responsible.unit(),
        responsible.officer(),
        state,
        contributors,
        refused.first(),
        refused.further(),
        alternative,
        trace.steps());
  }

  private record Responsible(String unit, @Nullable String officer) {}

  /**
   * Whose deadline it is: of those whom the starting event names, until the case is handed over.
   * What was over or late before a hand-over stays with those who had it.
   */
  private Responsible responsible(DeadlineState state) {
    var ownership = timeline.ownership();
    var first =
        ownership.judge(start) == Standing.REPORTED
            ? ownership.at(start.occurredAt()).map(Course::responsible)
            : Optional.<Responsible>empty();
    return ownership.tenures().stream()
        .filter(tenure -> tenure.from().isAfter(start.occurredAt()))
        .filter(tenure -> isStillOpen(state, tenure.from()))
        .reduce((one, next) -> next)
        .map(Course::responsible)
        .or(() -> first)
        .orElseGet(() -> new Responsible(start.unit(), start.officer()));
  }

  private static Responsible responsible(Tenure tenure) {
    return new Responsible(tenure.unit(), tenure.officer());
  }

  private static boolean isStillOpen(DeadlineState state, Instant at) {
    var isOver = state.endedAt().filter(end -> !end.isAfter(at)).isPresent();
    var isLate = state.whenDue().filter(due -> !due.lateFrom().isAfter(at)).isPresent();
    return !isOver && !isLate;
  }

  /** The named day from which a backward rule counts; null where an instant is what counts. */
  private @Nullable LocalDate countedFrom(CaseEvent anchor) {
    return Engine.countsBack(rule) ? countingDay(anchor) : null;
  }

  private LocalDate countingDay(CaseEvent anchor) {
    return referenceDay == null ? Engine.referenceDay(rule, anchor, book.zone()) : referenceDay;
  }

  private Walk walk(CaseEvent anchor, Trace trace) {
    var term = term(trace);
    var period = period(anchor, term, version.startDayCounts(), version.roll());
    trace.counted(term, period);
    var walk = new Walk(book, version, period, term, ending.at(), trace, contributors, refused);
    walkThrough(walk, anchor);
    if (!walk.isPaused()) {
      trace.rolled(version, period, calendar);
    }
    return walk;
  }

  private void walkThrough(Walk walk, CaseEvent anchor) {
    for (var step : steps(anchor)) {
      budget.compared(walk.period().length());
      walk.take(step);
    }
  }

  private @Nullable Due alternative(CaseEvent anchor) {
    var other = version.alternative();
    if (other == null) {
      return null;
    }
    var roll = other.roll() == null ? version.roll() : other.roll();
    var startDay =
        other.startDayCounts() == null ? version.startDayCounts() : other.startDayCounts();
    var period = period(anchor, other.period(), startDay, roll);
    var walk =
        new Walk(
            book,
            version,
            period,
            other.period(),
            ending.at(),
            Trace.NONE,
            new ArrayList<>(),
            new RefusedExtensions(budget, 0));
    walkThrough(walk, anchor);
    return walk.isPaused() ? null : period.due();
  }

  private Period period(CaseEvent anchor, Term term, boolean startDayCounts, Roll roll) {
    var period =
        new Period(
            calendar,
            book.zone(),
            rule.direction(),
            startDayCounts,
            roll,
            roll == Roll.NONE_IF_IN_CUSTODY && isInCustody(),
            anchor.occurredAt(),
            countingDay(anchor));
    period.add(term);
    budget.compared(period.length());
    return period;
  }

  private boolean isInCustody() {
    budget.compared(start.subject().isCase() ? facts.subjectsOfCustody() : 1);
    return facts.isInCustody(start.subject(), factsUntil());
  }

  /** The rule's own period, or the one that was decided in the case and came with the event. */
  private Term term(Trace trace) {
    var said = start.data().get("term");
    if (said == null) {
      return version.period();
    }
    try {
      return Term.ofIso(said.toString(), version.period().unit());
    } catch (IllegalArgumentException e) {
      trace.unread("term", said);
      return version.period();
    }
  }

  /** Spans and approvals after the anchor and before the end, in the order of their beginning. */
  private List<Walk.Step> steps(CaseEvent anchor) {
    if (steps == null) {
      steps = stepsAfter(anchor);
    }
    return steps;
  }

  private List<Walk.Step> stepsAfter(CaseEvent anchor) {
    List<Walk.Step> steps = new ArrayList<>(0);
    var approvals = timeline.approvals(rule.id(), start.subject());
    budget.compared(approvals.size());
    for (var approval : approvals) {
      if (isBetween(anchor, approval)) {
        budget.step();
        steps.add(new Walk.Step.Approval(approval));
      }
    }
    for (var pair : version.tolling()) {
      var spans = timeline.spans(pair, start.subject());
      budget.compared(spans.size());
      for (var span : spans) {
        if (isBeforeEnd(span.from().occurredAt()) && span.lastsAfter(anchor.occurredAt())) {
          budget.step();
          steps.add(new Walk.Step.Tolled(span, later(span.from(), anchor)));
        }
      }
    }
    if (steps.size() > 1) {
      steps.sort(
          Comparator.comparing(Walk.Step::at)
              .thenComparing(step -> step instanceof Walk.Step.Approval ? 1 : 0)
              .thenComparing(step -> step.event().eventId()));
    }
    return steps;
  }

  private static Instant later(CaseEvent one, CaseEvent other) {
    return one.occurredAt().isBefore(other.occurredAt()) ? other.occurredAt() : one.occurredAt();
  }

  private boolean isBetween(CaseEvent anchor, CaseEvent event) {
    return !event.occurredAt().isBefore(anchor.occurredAt()) && isBeforeEnd(event.occurredAt());
  }

  private boolean isAfterStart(CaseEvent event) {
    return Timeline.BY_TIME.compare(event, start) > 0;
  }

  private boolean isBeforeEnd(Instant at) {
    var end = ending.at();
    return end == null || !at.isAfter(end);
  }
}
