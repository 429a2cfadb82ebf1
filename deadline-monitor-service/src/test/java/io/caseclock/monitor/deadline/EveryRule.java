package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.timeline.Facts;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.DeadlineTrigger.Moment;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same deadlines without any index: every rule of the pack is followed from every event, and
 * its conditions are asked last, as a person would who knows nothing of the case.
 */
final class EveryRule {

  private final Pack pack;
  private final Timeline timeline;
  private final Evaluation evaluation;
  private final List<Deadline> deadlines = new ArrayList<>();

  EveryRule(Pack pack, WorkingCalendar calendar, Timeline timeline, Instant now) {
    this.pack = pack;
    this.timeline = timeline;
    this.evaluation =
        new Evaluation(
            RuleBook.of(pack),
            calendar,
            timeline,
            new Facts(pack.facts(), timeline),
            now,
            new Budget(CaseLimits.DEFAULT));
  }

  List<Deadline> deadlines() {
    pack.rules().forEach(this::startedByEvents);
    for (var i = 0; i < deadlines.size(); i++) {
      for (var rule : pack.rules()) {
        startedBy(deadlines.get(i), rule);
      }
    }
    return deadlines.stream().sorted(Deadline.BY_START).toList();
  }

  private void startedByEvents(Rule rule) {
    Set<EventId> restarts = new HashSet<>();
    for (var event : timeline.events()) {
      if (rule.starts().contains(event.type()) && !restarts.contains(event.eventId())) {
        follow(rule, event, Ending.of(rule, timeline, event), null).stream()
            .flatMap(result -> result.anchor().restarts().stream())
            .filter(restart -> restart.subject().equals(event.subject()))
            .forEach(restart -> restarts.add(restart.eventId()));
      }
    }
  }

  private void startedBy(Deadline other, Rule rule) {
    var id = other.rule().id();
    var start = timeline.event(other.key().start());
    if (rule.dueOf().contains(id)) {
      other
          .state()
          .dueOrWasDue()
          .ifPresent(
              due -> {
                var event = at(start, start.occurredAt());
                var ending = Ending.of(rule, timeline, event);
                if (other.state() instanceof DeadlineState.Cancelled cancelled) {
                  ending = ending.orCancelledBy(timeline.event(cancelled.by()));
                }
                follow(rule, event, ending, due.on());
              });
    }
    for (var trigger : rule.follows()) {
      if (trigger.deadline().equals(id)) {
        if (trigger.at() == Moment.BREACH && other.state().hasPassedUnmet()) {
          var due = other.state().whenDue().orElseThrow();
          var event = at(start, due.at());
          follow(rule, event, Ending.of(rule, timeline, event), due.on());
        }
        if (trigger.at() == Moment.MET && other.state().isDone()) {
          var met = other.state().endedAt().orElseThrow();
          var act = timeline.event(other.contributors().getLast());
          var event = at(act.occurredAt().equals(met) ? act : start, met);
          follow(rule, event, Ending.of(rule, timeline, event), null);
        }
      }
    }
  }

  private Optional<ComputationResult> follow(
      Rule rule, CaseEvent start, Ending ending, @Nullable LocalDate referenceDay) {
    var startDay = Engine.referenceDay(rule, start, evaluation.days());
    return version(rule, startDay, ending)
        .filter(version -> applies(rule, start, ending))
        .map(
            version -> {
              var computation =
                  new Computation(evaluation, rule, version, start, startDay, ending, referenceDay);
              var result = computation.run();
              deadlines.add(result.explained(computation.key()));
              return result;
            });
  }

  private Optional<RuleVersion> version(Rule rule, LocalDate startDay, Ending ending) {
    if (rule.transition() == Rule.Transition.GRANDFATHERED) {
      return rule.versionOn(startDay);
    }
    var end = ending.at();
    var last = (end == null ? evaluation.now() : end).atZone(pack.zone()).toLocalDate();
    return rule.versionOn(last.isAfter(startDay) ? last : startDay);
  }

  private boolean applies(Rule rule, CaseEvent start, Ending ending) {
    var end = ending.at();
    var until = end == null || end.isAfter(start.occurredAt()) ? end : start.occurredAt();
    return rule.when().entrySet().stream()
        .allMatch(
            condition ->
                condition.getValue().contains(value(condition.getKey(), start.subject(), until)));
  }

  /** What was said last of the subject, else of the case or its incident, else the default. */
  private Object value(String name, Subject subject, @Nullable Instant until) {
    var fact = Objects.requireNonNull(pack.facts().get(name), name);
    Object own = null;
    Object ofTheCase = null;
    for (var event : timeline.events()) {
      var said = known(fact, event.facts().get(name));
      if (said != null && (until == null || !event.occurredAt().isAfter(until))) {
        own = event.subject().equals(subject) ? said : own;
        ofTheCase = Set.of("case", "incident").contains(event.subject().kind()) ? said : ofTheCase;
      }
    }
    return Objects.requireNonNullElse(own, Objects.requireNonNullElse(ofTheCase, fact.otherwise()));
  }

  private static @Nullable Object known(Fact fact, @Nullable Object said) {
    return fact.values().stream()
        .filter(
            value ->
                value.equals(said) || (value instanceof Boolean && value.toString().equals(said)))
        .findFirst()
        .orElse(null);
  }

  private static CaseEvent at(CaseEvent event, Instant at) {
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
}
