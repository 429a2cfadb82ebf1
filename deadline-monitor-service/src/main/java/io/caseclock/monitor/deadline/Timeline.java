package io.caseclock.monitor.deadline;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.pack.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events of one case as if they had been right from the beginning: each once, in the order in
 * which they happened, without those that were withdrawn.
 */
public final class Timeline {

  static final Comparator<CaseEvent> BY_TIME =
      Comparator.comparing(CaseEvent::occurredAt).thenComparing(CaseEvent::eventId);

  private final String caseId;
  private final List<CaseEvent> events;
  private final Map<String, List<CaseEvent>> byType = new HashMap<>();

  private Timeline(String caseId, List<CaseEvent> events) {
    this.caseId = caseId;
    this.events = events;
    for (var event : events) {
      byType.computeIfAbsent(event.type(), type -> new ArrayList<>(2)).add(event);
    }
  }

  /** Takes the events in any order and any number of times. */
  public static Timeline of(String caseId, Collection<CaseEvent> known) {
    Map<EventId, CaseEvent> unique = new LinkedHashMap<>();
    known.forEach(event -> unique.merge(event.eventId(), event, Timeline::acceptedFirst));
    var withdrawn = withdrawn(unique);
    var standing =
        unique.values().stream()
            .filter(event -> !withdrawn.contains(event.eventId()))
            .sorted(BY_TIME)
            .toList();
    return new Timeline(caseId, standing);
  }

  /** Of two contents under one identity the first one accepted holds, whichever arrives first. */
  private static CaseEvent acceptedFirst(CaseEvent one, CaseEvent other) {
    return other.acceptedAt().isBefore(one.acceptedAt()) ? other : one;
  }

  /**
   * A withdrawal that was itself withdrawn has no effect; two that withdraw each other both stand,
   * since nobody could say which was meant.
   */
  private static Set<EventId> withdrawn(Map<EventId, CaseEvent> events) {
    Map<EventId, List<CaseEvent>> withdrawals = new HashMap<>();
    for (var event : events.values()) {
      if (event.type().equals(BuiltInTypes.EVENT_WITHDRAWN)) {
        target(event)
            .ifPresent(id -> withdrawals.computeIfAbsent(id, any -> new ArrayList<>()).add(event));
      }
    }
    Set<EventId> withdrawn = new HashSet<>();
    for (var id : withdrawals.keySet()) {
      if (events.containsKey(id) && isWithdrawn(id, withdrawals, new HashSet<>())) {
        withdrawn.add(id);
      }
    }
    return withdrawn;
  }

  private static boolean isWithdrawn(
      EventId id, Map<EventId, List<CaseEvent>> withdrawals, Set<EventId> path) {
    if (!path.add(id)) {
      return false;
    }
    var standing =
        withdrawals.getOrDefault(id, List.of()).stream()
            .anyMatch(withdrawal -> !isWithdrawn(withdrawal.eventId(), withdrawals, path));
    path.remove(id);
    return standing;
  }

  private static java.util.Optional<EventId> target(CaseEvent withdrawal) {
    var source =
        withdrawal
            .text("source")
            .filter(text -> !text.isBlank())
            .orElse(withdrawal.eventId().source());
    return withdrawal.text("id").filter(id -> !id.isBlank()).map(id -> new EventId(source, id));
  }

  public String caseId() {
    return caseId;
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
