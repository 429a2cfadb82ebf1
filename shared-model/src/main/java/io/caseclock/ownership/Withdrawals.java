package io.caseclock.ownership;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which events of a case were taken back, and so count as if they had never happened. */
public final class Withdrawals {

  private Withdrawals() {}

  /**
   * The events that stand, each once, in no particular order.
   *
   * @param known in any order and any number of times; of two contents under one identity the first
   *     one accepted holds
   */
  public static List<CaseEvent> standing(Collection<CaseEvent> known) {
    Map<EventId, CaseEvent> unique = new LinkedHashMap<>();
    known.forEach(event -> unique.merge(event.eventId(), event, Withdrawals::acceptedFirst));
    var withdrawn = withdrawn(unique);
    return unique.values().stream().filter(event -> !withdrawn.contains(event.eventId())).toList();
  }

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
            .filter(id -> mayWithdraw(event, id))
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

  /** Only the system that told an event takes it back, or an administrator. */
  private static boolean mayWithdraw(CaseEvent withdrawal, EventId target) {
    var posting = withdrawal.posting();
    return posting == null
        || posting.administrator()
        || withdrawal.eventId().source().equals(target.source());
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

  private static Optional<EventId> target(CaseEvent withdrawal) {
    var source =
        withdrawal
            .text("source")
            .filter(text -> !text.isBlank())
            .orElse(withdrawal.eventId().source());
    return withdrawal.text("id").filter(id -> !id.isBlank()).map(id -> new EventId(source, id));
  }
}
