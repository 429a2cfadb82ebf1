package io.caseclock.monitor.deadline;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Words;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import io.caseclock.monitor.timeline.Facts;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.ownership.Withdrawals;
import io.caseclock.pack.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds out why an event changed no deadline: from the rules, the events of the case and what they
 * were computed to. The same case gives the same reasons, in whatever order its events came.
 */
public final class NoEffects {

  private final List<RuleBook> books;
  private final Timeline timeline;
  private final List<Deadline> deadlines;

  /**
   * @param books the rules of the packs in force
   * @param deadlines what follows from the timeline by these rules
   */
  public NoEffects(List<RuleBook> books, Timeline timeline, List<Deadline> deadlines) {
    this.books = List.copyOf(books);
    this.timeline = timeline;
    this.deadlines = deadlines;
  }

  /**
   * At least one reason.
   *
   * @param event one of the case, standing or withdrawn
   * @param known the ids of all events of the case, standing or withdrawn
   */
  public List<NoEffect> of(CaseEvent event, Set<EventId> known) {
    if (timeline.strange().stream().anyMatch(one -> one.eventId().equals(event.eventId()))) {
      return List.of(NoEffect.of(Reason.NOT_THE_OWNER));
    }
    if (timeline.find(event.eventId()).isEmpty()) {
      return List.of(NoEffect.of(Reason.WITHDRAWN));
    }
    var counted = rulesOf(deadline -> deadline.contributors().contains(event.eventId()));
    if (!counted.isEmpty()) {
      return List.of(NoEffect.of(Reason.TAKES_PART, counted));
    }
    return switch (event.type()) {
      case BuiltInTypes.EXTENSION_APPROVED -> extension(event);
      case BuiltInTypes.EVENT_WITHDRAWN ->
          List.of(
              NoEffect.of(
                  Withdrawals.target(event).filter(known::contains).isPresent()
                      ? Reason.KEPT
                      : Reason.NO_SUCH_EVENT));
      case BuiltInTypes.FACTS_STATED, BuiltInTypes.FINDING_RECORDED ->
          List.of(NoEffect.of(Reason.KEPT));
      default -> listening(event);
    };
  }

  private List<NoEffect> extension(CaseEvent approval) {
    var named = approval.text("rule").orElse("");
    if (books.stream().allMatch(book -> book.pack().rule(named).isEmpty())) {
      return List.of(NoEffect.of(Reason.NO_SUCH_RULE));
    }
    var rule = List.of(named);
    for (var deadline : deadlines) {
      for (var refused : deadline.refused()) {
        if (refused.event().equals(approval.eventId())) {
          return List.of(new NoEffect(Reason.EXTENSION_REFUSED, rule, Words.of(refused.reason())));
        }
      }
    }
    var isAmongMany =
        deadlines.stream()
            .filter(deadline -> deadline.rule().id().equals(named))
            .anyMatch(deadline -> deadline.refusedFurther() > 0);
    return List.of(NoEffect.of(isAmongMany ? Reason.EXTENSION_REFUSED : Reason.NOTHING_OPEN, rule));
  }

  /** A rule may both be started and ended by the type; then both reasons hold. */
  private List<NoEffect> listening(CaseEvent event) {
    List<String> listening = new ArrayList<>();
    List<String> inForce = new ArrayList<>();
    List<String> unmet = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    for (var book : books) {
      var facts = new Facts(book.facts(), timeline);
      var day = event.occurredAt().atZone(book.zone()).toLocalDate();
      for (var rule : book.pack().rules()) {
        if (rule.eventTypes().contains(event.type())) {
          listening.add(rule.id());
          if (rule.versionOn(day).isPresent()) {
            inForce.add(rule.id());
            var starts = rule.starts().contains(event.type());
            (starts && !isMet(rule, facts, event) ? unmet : idle).add(rule.id());
          }
        }
      }
    }
    if (listening.isEmpty()) {
      return List.of(NoEffect.of(event.facts().isEmpty() ? Reason.NO_RULE_LISTENS : Reason.KEPT));
    }
    if (inForce.isEmpty()) {
      return List.of(NoEffect.of(Reason.NOT_IN_FORCE, listening));
    }
    List<NoEffect> reasons = new ArrayList<>();
    if (!unmet.isEmpty()) {
      reasons.add(NoEffect.of(Reason.CONDITIONS_NOT_MET, unmet));
    }
    if (!idle.isEmpty()) {
      reasons.add(NoEffect.of(Reason.NOTHING_OPEN, idle));
    }
    return reasons;
  }

  /** By what is stated up to now: a deadline that ended earlier would be among the contributors. */
  private static boolean isMet(Rule rule, Facts facts, CaseEvent event) {
    return facts.satisfy(rule.when(), event.subject(), null);
  }

  private List<String> rulesOf(Predicate<Deadline> which) {
    Set<String> rules = new TreeSet<>();
    deadlines.stream().filter(which).forEach(deadline -> rules.add(deadline.rule().id()));
    return List.copyOf(rules);
  }
}
