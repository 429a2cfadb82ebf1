package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.timeline.Facts;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.DeadlineTrigger.Moment;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Rule;
import io.caseclock.time.WorkingCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one function of the suite: rules, calendar, a case's events and now give every deadline with
 * its state. It reads the whole timeline each time, so late, repeated, corrected, withdrawn and
 * out-of-order events need no treatment of their own.
 */
public final class Engine {

  private final RuleBook book;
  private final WorkingCalendar calendar;

  public Engine(RuleBook book, WorkingCalendar calendar) {
    this.book = book;
    this.calendar = calendar;
  }

  /** Every deadline of the case as of {@code now}, without traces, within the usual limits. */
  public List<Deadline> evaluate(Timeline timeline, Instant now) {
    return evaluate(timeline, now, new Budget(CaseLimits.DEFAULT));
  }

  /**
   * Every deadline of the case as of {@code now}, without traces; ends with an {@link
   * OverLimitException} as soon as it would cost more than is left.
   */
  public List<Deadline> evaluate(Timeline timeline, Instant now, Budget budget) {
    return explain(timeline, now, none -> false, budget);
  }

  /** The same deadlines, each with the steps that led to it. */
  public List<Deadline> explain(Timeline timeline, Instant now) {
    return explain(timeline, now, any -> true, new Budget(CaseLimits.DEFAULT));
  }

  /** The same deadlines; those that are wanted with the steps that led to them. */
  public List<Deadline> explain(
      Timeline timeline, Instant now, Predicate<DeadlineKey> wanted, Budget budget) {
    var facts = new Facts(book.facts(), timeline);
    var round = new Round(new Evaluation(book, calendar, timeline, facts, now, budget), wanted);
    Set<Rule> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var type : timeline.types()) {
      for (var rule : book.startedBy(type)) {
        if (rule.starts().size() == 1 || seen.add(rule)) {
          round.follow(rule);
        }
      }
    }
    round.followDeadlines();
    return round.deadlines.stream().sorted(Deadline.BY_START).toList();
  }

  private static List<CaseEvent> starts(Rule rule, Timeline timeline) {
    if (rule.starts().size() == 1) {
      return timeline.ofType(rule.starts().getFirst());
    }
    return rule.starts().stream()
        .flatMap(type -> timeline.ofType(type).stream())
        .sorted(Timeline.BY_TIME)
        .toList();
  }

  /** Whether a rule counts back from a day that its event names. */
  static boolean countsBack(Rule rule) {
    return rule.direction() == Direction.BACKWARD;
  }

  /** The day of an event; for a backward rule the one that the event names in {@code data.on}. */
  static LocalDate referenceDay(Rule rule, CaseEvent event, ZoneId zone) {
    var own = event.occurredAt().atZone(zone).toLocalDate();
    return countsBack(rule) ? namedDay(event).orElse(own) : own;
  }

  private static Optional<LocalDate> namedDay(CaseEvent event) {
    try {
      return event.text("on").map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** One evaluation of one case. */
  private static final class Round {

    private final Evaluation evaluation;
    private final Predicate<DeadlineKey> wanted;
    private final List<Deadline> deadlines = new ArrayList<>();

    Round(Evaluation evaluation, Predicate<DeadlineKey> wanted) {
      this.evaluation = evaluation;
      this.wanted = wanted;
    }

    /**
     * Follows one rule through the timeline; an event that restarts a period opens no second one
     * for the same subject.
     */
    void follow(Rule rule) {
      Set<EventId> usedAsRestart = new HashSet<>(0);
      for (var start : starts(rule, evaluation.timeline())) {
        if (!usedAsRestart.contains(start.eventId())) {
          var ending = Ending.of(rule, evaluation.timeline(), start);
          computation(rule, start, ending, null).map(this::run).stream()
              .flatMap(result -> result.anchor().restarts().stream())
              .filter(event -> event.subject().equals(start.subject()))
              .map(CaseEvent::eventId)
              .forEach(usedAsRestart::add);
        }
      }
    }

    /** Rules that count from other deadlines, once those are known; they may start more. */
    void followDeadlines() {
      for (var i = 0; i < deadlines.size(); i++) {
        var other = deadlines.get(i);
        countBackFrom(other);
        if (other.state().hasPassedUnmet()) {
          followUnmet(other);
        }
        if (other.state().isDone()) {
          followMet(other);
        }
      }
    }

    /** Where the other deadline ended before it was due, so did what was to be done before that. */
    private void countBackFrom(Deadline other) {
      var rules = evaluation.book().startedByDueOf(other.rule().id());
      var due = rules.isEmpty() ? null : other.state().dueOrWasDue().orElse(null);
      if (due != null) {
        for (var rule : rules) {
          var start = derived(startOf(other), startOf(other).occurredAt());
          var own = Ending.of(rule, evaluation.timeline(), start);
          var ending =
              other.state() instanceof DeadlineState.Cancelled cancelled
                  ? own.orCancelledBy(evaluation.timeline().event(cancelled.by()))
                  : own;
          computation(rule, start, ending, due.on()).ifPresent(this::run);
        }
      }
    }

    private void followUnmet(Deadline other) {
      var due = other.state().whenDue().orElseThrow();
      for (var rule : evaluation.book().startedByDeadline(other.rule().id(), Moment.BREACH)) {
        var start = derived(startOf(other), due.at());
        var ending = Ending.of(rule, evaluation.timeline(), start);
        computation(rule, start, ending, due.on()).ifPresent(this::run);
      }
    }

    private void followMet(Deadline other) {
      for (var rule : evaluation.book().startedByDeadline(other.rule().id(), Moment.MET)) {
        var start = whatMet(other);
        computation(rule, start, Ending.of(rule, evaluation.timeline(), start), null)
            .ifPresent(this::run);
      }
    }

    /** The act that met it; for a minimum period that has run out its start, as of then. */
    private CaseEvent whatMet(Deadline other) {
      var at = other.state().endedAt().orElseThrow();
      var act = evaluation.timeline().event(other.contributors().getLast());
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
      return evaluation.timeline().event(deadline.key().start());
    }

    private ComputationResult run(Computation computation) {
      evaluation.budget().deadline();
      var result = computation.run();
      deadlines.add(wanted.test(computation.key()) ? result.explained() : result.deadline());
      return result;
    }

    private Optional<Computation> computation(
        Rule rule, CaseEvent start, Ending ending, @Nullable LocalDate referenceDay) {
      return rule.versionOn(selectingDay(rule, start, ending))
          .map(version -> new Computation(evaluation, rule, version, start, ending, referenceDay))
          .filter(Computation::applies);
    }

    /** The day whose law holds: that of the start, or, where the new law takes over, of now. */
    private LocalDate selectingDay(Rule rule, CaseEvent start, Ending ending) {
      var startDay = referenceDay(rule, start, evaluation.zone());
      if (rule.transition() == Rule.Transition.GRANDFATHERED) {
        return startDay;
      }
      var end = ending.at();
      var lastDay = evaluation.dayOf(end == null ? evaluation.now() : end);
      return lastDay.isAfter(startDay) ? lastDay : startDay;
    }
  }
}
