package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.ownership.Ownership;
import io.caseclock.ownership.Ownership.Standing;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.ownership.Withdrawals;
import io.caseclock.pack.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events of one case as if they had been right from the beginning: each once, in the order in
 * which they happened, without those that were withdrawn and those of strangers, to whom the case
 * does not belong.
 */
public final class Timeline {

  static final Comparator<CaseEvent> BY_TIME =
      Comparator.comparing(CaseEvent::occurredAt).thenComparing(CaseEvent::eventId);

  private final String caseId;
  private final List<CaseEvent> events;
  private final List<CaseEvent> strange;
  private final Ownership ownership;
  private final Map<String, List<CaseEvent>> byType = new HashMap<>();

  private Timeline(
      String caseId, List<CaseEvent> events, List<CaseEvent> strange, Ownership ownership) {
    this.caseId = caseId;
    this.events = events;
    this.strange = strange;
    this.ownership = ownership;
    for (var event : events) {
      byType.computeIfAbsent(event.type(), type -> new ArrayList<>(2)).add(event);
    }
  }

  /** Takes the events in any order and any number of times; any of them may open the case. */
  public static Timeline of(String caseId, Collection<CaseEvent> known) {
    return of(caseId, known, OwnershipRules.NONE);
  }

  /** Takes the events in any order and any number of times. */
  public static Timeline of(String caseId, Collection<CaseEvent> known, OwnershipRules rules) {
    var standing = Withdrawals.standing(known).stream().sorted(BY_TIME).toList();
    var ownership = Ownership.of(rules, standing);
    var strange =
        standing.stream().filter(event -> ownership.judge(event) == Standing.STRANGE).toList();
    if (strange.isEmpty()) {
      return new Timeline(caseId, standing, strange, ownership);
    }
    var own =
        standing.stream().filter(event -> ownership.judge(event) != Standing.STRANGE).toList();
    return new Timeline(caseId, own, strange, ownership);
  }

  public String caseId() {
    return caseId;
  }

  /** To whom the case belongs, and belonged. */
  public Ownership ownership() {
    return ownership;
  }

  /** Events without effect, since the case does not belong to those who posted them. */
  public List<CaseEvent> strange() {
    return strange;
  }

  /** All standing events, oldest first. */
  public List<CaseEvent> events() {
    return events;
  }

  /** The standing event of that id; throws where there is none. */
  CaseEvent event(EventId id) {
    return events.stream().filter(event -> event.eventId().equals(id)).findFirst().orElseThrow();
  }

  /** The event types that occur. */
  public Set<String> types() {
    return byType.keySet();
  }

  /** The standing events of a type, oldest first. */
  public List<CaseEvent> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The standing events that a trigger means for a subject, oldest first. */
  List<CaseEvent> matching(Trigger trigger, Subject subject) {
    var candidates = ofType(trigger.event());
    if (candidates.isEmpty() || trigger.scope() == Trigger.Scope.CASE) {
      return candidates;
    }
    if (candidates.size() == 1) {
      return candidates.getFirst().subject().equals(subject) ? candidates : List.of();
    }
    List<CaseEvent> own = new ArrayList<>(candidates.size());
    for (var event : candidates) {
      if (event.subject().equals(subject)) {
        own.add(event);
      }
    }
    return own;
  }
}
