package io.caseclock.monitor.deadline;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Words;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import io.caseclock.monitor.timeline.Condition;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.ownership.Withdrawals;
import io.caseclock.pack.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds out why an event changed no deadline: from the rules, the events of the case and what they
 * were computed to. The same case gives the same reasons, in whatever order its events came.
 */
public final class NoEffects {

  /** A rule that listens to a type of event, and the book in which it stands. */
  private record Listener(RuleBook book, Rule rule, List<Condition> conditions) {

    static Listener of(RuleBook book, Rule rule) {
      return new Listener(book, rule, Condition.of(rule.when(), book.facts()));
    }
  }

  private final List<RuleBook> books;
  private final Timeline timeline;
  private final List<Deadline> deadlines;
  private final Set<EventId> strange = new HashSet<>();
  private final Map<EventId, Set<String>> counted = new HashMap<>();
  private final Map<EventId, RefusedExtension> refused = new HashMap<>();
  private final Map<String, List<Listener>> listeners = new HashMap<>();

  /**
   * @param books the rules of the packs in force
   * @param deadlines what follows from the timeline by these rules
   */
  public NoEffects(List<RuleBook> books, Timeline timeline, List<Deadline> deadlines) {
    this.books = List.copyOf(books);
    this.timeline = timeline;
    this.deadlines = deadlines;
    timeline.strange().forEach(event -> strange.add(event.eventId()));
    for (var deadline : deadlines) {
      var rule = deadline.rule().id();
      for (var event : deadline.contributors()) {
        counted.computeIfAbsent(event, any -> new TreeSet<>()).add(rule);
      }
      deadline.refused().forEach(one -> refused.putIfAbsent(one.event(), one));
    }
  }

  /**
   * At least one reason.
   *
   * @param event one of the case, standing or withdrawn
   * @param known the ids of all events of the case, standing or withdrawn
   */
  public List<NoEffect> of(CaseEvent event, Set<EventId> known) {
    if (strange.contains(event.eventId())) {
      return List.of(NoEffect.of(Reason.NOT_THE_OWNER));
    }
    if (timeline.find(event.eventId()).isEmpty()) {
      return List.of(NoEffect.of(Reason.WITHDRAWN));
    }
    var rules = counted.get(event.eventId());
    if (rules != null) {
      return List.of(NoEffect.of(Reason.TAKES_PART, List.copyOf(rules)));
    }
    return switch (event.type()) {
      case BuiltInTypes.EXTENSION_APPROVED -> extension(event);
      case BuiltInTypes.EVENT_WITHDRAWN ->
          List.of(
              NoEffect.of(
                  Withdrawals.target(event).filter(known::contains).isPresent()
                      ? Reason.KEPT
                      : Reason.NO_SUCH_EVENT));
      case BuiltInTypes.FACTS_STATED, BuiltInTypes.FINDING_RECORDED, BuiltInTypes.CASE_ASSIGNED ->
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
    var refusal = refused.get(approval.eventId());
    if (refusal != null) {
      return List.of(new NoEffect(Reason.EXTENSION_REFUSED, rule, Words.of(refusal.reason())));
    }
    var isAmongMany =
        deadlines.stream()
            .filter(deadline -> deadline.rule().id().equals(named))
            .anyMatch(deadline -> deadline.refusedFurther() > 0);
    return List.of(NoEffect.of(isAmongMany ? Reason.EXTENSION_REFUSED : Reason.NOTHING_OPEN, rule));
  }

  /** A rule may both be started and ended by the type; then both reasons hold. */
  private List<NoEffect> listening(CaseEvent event) {
    var listening = listeners.computeIfAbsent(event.type(), this::listenersTo);
    if (listening.isEmpty()) {
      return List.of(NoEffect.of(event.facts().isEmpty() ? Reason.NO_RULE_LISTENS : Reason.KEPT));
    }
    var inForce = listening.stream().filter(listener -> isInForce(listener, event)).toList();
    if (inForce.isEmpty()) {
      return List.of(NoEffect.of(Reason.NOT_IN_FORCE, ids(listening)));
    }
    var byConditions =
        inForce.stream()
            .collect(Collectors.partitioningBy(listener -> isUnmetStart(listener, event)));
    List<NoEffect> reasons = new ArrayList<>();
    add(Reason.CONDITIONS_NOT_MET, byConditions.getOrDefault(true, List.of()), reasons);
    add(Reason.NOTHING_OPEN, byConditions.getOrDefault(false, List.of()), reasons);
    return reasons;
  }

  private List<Listener> listenersTo(String type) {
    return books.stream()
        .flatMap(
            book ->
                book.pack().rules().stream()
                    .filter(rule -> rule.eventTypes().contains(type))
                    .map(rule -> Listener.of(book, rule)))
        .toList();
  }

  private static boolean isInForce(Listener listener, CaseEvent event) {
    var day = listener.book().days().dayOf(event.occurredAt());
    return listener.rule().versionOn(day).isPresent();
  }

  /** By what is stated up to now: a deadline that ended earlier would be among the contributors. */
  private boolean isUnmetStart(Listener listener, CaseEvent event) {
    var rule = listener.rule();
    return rule.starts().contains(event.type())
        && !timeline
            .facts(listener.book().facts())
            .satisfy(listener.conditions(), event.subject(), null);
  }

  private static void add(Reason reason, List<Listener> of, List<NoEffect> reasons) {
    if (!of.isEmpty()) {
      reasons.add(NoEffect.of(reason, ids(of)));
    }
  }

  private static List<String> ids(List<Listener> listeners) {
    return listeners.stream().map(listener -> listener.rule().id()).toList();
  }
}
