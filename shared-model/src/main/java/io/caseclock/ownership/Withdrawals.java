package io.caseclock.ownership;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which events of a case were taken back, and so count as if they had never happened. Each
 * withdrawal means one event, which may be a withdrawal itself. One that was withdrawn has no
 * effect; two that withdraw each other both stand, since nobody could say which was meant. The work
 * grows with the number of withdrawals, and no chain of them is too long.
 */
public final class Withdrawals {

  private final Map<EventId, CaseEvent> events;
  private final Map<EventId, List<EventId>> byTarget = new HashMap<>();
  private final Map<EventId, EventId> targets = new HashMap<>();
  private final Map<EventId, Integer> undecided = new HashMap<>();
  private final Map<EventId, Boolean> decided = new HashMap<>();

  private Withdrawals(Map<EventId, CaseEvent> events) {
    this.events = events;
  }

  /**
   * The events that stand, each once, in no particular order, in a list of the caller's own.
   *
   * @param known in any order and any number of times; of two contents under one identity the first
   *     one accepted holds
   */
  public static List<CaseEvent> standing(Collection<CaseEvent> known) {
    var unique = unique(known);
    var standing = new ArrayList<>(unique.values());
    if (standing.stream().anyMatch(Withdrawals::isWithdrawal)) {
      var decided = decide(unique);
      standing.removeIf(event -> decided.isWithdrawn(event.eventId()));
    }
    return standing;
  }

  private static boolean isWithdrawal(CaseEvent event) {
    return event.type().equals(BuiltInTypes.EVENT_WITHDRAWN);
  }

  /**
   * What took back each event that does not stand: of several withdrawals that stand themselves the
   * one accepted first, and in a ring, where none stands, the one that means it.
   *
   * @param known as for {@link #standing}
   */
  public static Map<EventId, CaseEvent> by(Collection<CaseEvent> known) {
    var unique = unique(known);
    var decided = decide(unique);
    Map<EventId, CaseEvent> by = new HashMap<>();
    decided.byTarget.forEach(
        (id, withdrawals) -> {
          if (decided.isWithdrawn(id)) {
            withdrawals.stream()
                .map(unique::get)
                .min(
                    Comparator.comparing((CaseEvent event) -> decided.isWithdrawn(event.eventId()))
                        .thenComparing(CaseEvent::acceptedAt)
                        .thenComparing(CaseEvent::eventId))
                .ifPresent(withdrawal -> by.put(id, withdrawal));
          }
        });
    return by;
  }

  private static Map<EventId, CaseEvent> unique(Collection<CaseEvent> known) {
    Map<EventId, CaseEvent> unique = new LinkedHashMap<>();
    known.forEach(event -> unique.merge(event.eventId(), event, Withdrawals::acceptedFirst));
    return unique;
  }

  private static CaseEvent acceptedFirst(CaseEvent one, CaseEvent other) {
    return other.acceptedAt().isBefore(one.acceptedAt()) ? other : one;
  }

  private static Withdrawals decide(Map<EventId, CaseEvent> events) {
    var all = new Withdrawals(events);
    events.values().forEach(all::add);
    all.decideWhatIsOnNoRing();
    all.targets.keySet().forEach(all::decideRing);
    return all;
  }

  /** The event that a withdrawal means; empty where it cannot be read. */
  public static Optional<EventId> target(CaseEvent withdrawal) {
    var source =
        withdrawal
            .text("source")
            .filter(text -> !text.isBlank())
            .orElse(withdrawal.eventId().source());
    return withdrawal.text("id").filter(id -> !id.isBlank()).map(id -> new EventId(source, id));
  }

  private void add(CaseEvent event) {
    if (isWithdrawal(event)) {
      target(event)
          .filter(id -> events.containsKey(id) && mayWithdraw(event, events.get(id)))
          .ifPresent(
              id -> {
                byTarget.computeIfAbsent(id, any -> new ArrayList<>(1)).add(event.eventId());
                targets.put(event.eventId(), id);
              });
    }
  }

  private boolean isWithdrawn(EventId id) {
    return decided.getOrDefault(id, false);
  }

  /** From the withdrawals that nobody withdrew to what they mean, and on. */
  private void decideWhatIsOnNoRing() {
    byTarget.forEach((id, withdrawals) -> undecided.put(id, withdrawals.size()));
    Deque<EventId> ready = new ArrayDeque<>();
    for (var withdrawal : targets.keySet()) {
      if (!byTarget.containsKey(withdrawal)) {
        ready.add(withdrawal);
      }
    }
    while (!ready.isEmpty()) {
      var withdrawal = ready.remove();
      var target = targets.get(withdrawal);
      if (target != null) {
        decided.merge(target, !isWithdrawn(withdrawal), Boolean::logicalOr);
        if (undecided.merge(target, -1, Integer::sum) == 0) {
          ready.add(target);
        }
      }
    }
  }

  /**
   * Withdrawals in a ring: each is judged as if it were itself the last word. Where one from
   * outside withdraws a member, all follows from there; else in an even ring all stand, and in an
   * odd one none does.
   */
  private void decideRing(EventId member) {
    if (undecided.getOrDefault(member, 0) < 1) {
      return;
    }
    List<EventId> ring = new ArrayList<>();
    for (var at = member; at != null && undecided.getOrDefault(at, 0) > 0; at = targets.get(at)) {
      ring.add(at);
      undecided.put(at, 0);
    }
    var outside = IntStream.range(0, ring.size()).filter(i -> isWithdrawn(ring.get(i))).findFirst();
    var first = outside.orElse(0);
    var withdrawn = outside.isPresent() || ring.size() % 2 == 1;
    for (var step = 0; step < ring.size(); step++) {
      var at = ring.get((first + step) % ring.size());
      if (step > 0 && outside.isPresent()) {
        withdrawn = !withdrawn || isWithdrawn(at);
      }
      decided.put(at, withdrawn);
    }
  }

  /**
   * Only the system that told an event takes it back, or an administrator above the unit of that
   * event.
   */
  private static boolean mayWithdraw(CaseEvent withdrawal, CaseEvent target) {
    var posting = withdrawal.posting();
    return posting == null
        || withdrawal.eventId().source().equals(target.eventId().source())
        || (posting.administrator() && posting.standsAbove(place(target)));
  }

  private static String place(CaseEvent event) {
    var posting = event.posting();
    return posting == null || posting.unitPath() == null ? event.unit() : posting.unitPath();
  }
}
