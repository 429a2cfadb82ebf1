package io.caseclock.ownership;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * To whom a case belonged when. It belongs to the unit of the event that opened it, the first one
 * accepted, and from each hand-over ({@code case-assigned}) on to the unit named there. Only those
 * to whom it belongs, and units above them, change it; a pack may name types that other organs
 * report. The judgement rests on the set of events alone, never on the order of their arrival.
 */
public final class Ownership {

  private static final Comparator<CaseEvent> BY_ACCEPTANCE =
      Comparator.comparing(CaseEvent::acceptedAt).thenComparing(CaseEvent::eventId);
  private static final Comparator<CaseEvent> BY_TIME =
      Comparator.comparing(CaseEvent::occurredAt).thenComparing(BY_ACCEPTANCE);

  /** What says nothing of whose a case is. */
  private static final Set<String> NO_OPENING =
      Set.of(
          BuiltInTypes.CASE_ASSIGNED,
          BuiltInTypes.EVENT_WITHDRAWN,
          BuiltInTypes.EXTENSION_APPROVED,
          BuiltInTypes.FINDING_RECORDED);

  private final OwnershipRules rules;
  private final List<Tenure> tenures;

  private Ownership(OwnershipRules rules, List<Tenure> tenures) {
    this.rules = rules;
    this.tenures = List.copyOf(tenures);
  }

  /** Nobody's yet. */
  public static Ownership none(OwnershipRules rules) {
    return new Ownership(rules, List.of());
  }

  /** As it was found before, the oldest tenure first. */
  public static Ownership known(OwnershipRules rules, List<Tenure> tenures) {
    return new Ownership(rules, tenures);
  }

  /**
   * Finds it from the events of one case.
   *
   * @param standing each once and none that was withdrawn, in any order
   */
  public static Ownership of(OwnershipRules rules, Collection<CaseEvent> standing) {
    var opening = first(standing, event -> rules.opens(event.type()));
    if (opening == null) {
      opening = first(standing, event -> mayOpen(event, rules));
    }
    if (opening == null) {
      return none(rules);
    }
    List<Tenure> tenures = new ArrayList<>(2);
    tenures.add(begun(opening, Instant.MIN, !rules.opens(opening.type())));
    for (var event : handOvers(standing)) {
      handOver(event, tenures);
    }
    return new Ownership(rules, tenures);
  }

  private static @Nullable CaseEvent first(
      Collection<CaseEvent> events, Predicate<CaseEvent> condition) {
    CaseEvent first = null;
    for (var event : events) {
      if (condition.test(event)
          && !event.eventId().isOurs()
          && (first == null || BY_ACCEPTANCE.compare(event, first) < 0)) {
        first = event;
      }
    }
    return first;
  }

  private static List<CaseEvent> handOvers(Collection<CaseEvent> events) {
    List<CaseEvent> found = new ArrayList<>(0);
    for (var event : events) {
      if (event.type().equals(BuiltInTypes.CASE_ASSIGNED)) {
        found.add(event);
      }
    }
    found.sort(BY_TIME);
    return found;
  }

  private static boolean mayOpen(CaseEvent event, OwnershipRules rules) {
    return !NO_OPENING.contains(event.type()) && !rules.isReportedByOthers(event.type());
  }

  private static Tenure begun(CaseEvent event, Instant from, boolean provisional) {
    var posting = event.posting();
    return new Tenure(
        event.unit(),
        event.officer(),
        posting == null ? null : posting.unitPath(),
        from,
        Instant.MAX,
        event.acceptedAt(),
        provisional);
  }

  /** Only who has the case gives it away; of two at the same instant the later word holds. */
  private static void handOver(CaseEvent event, List<Tenure> tenures) {
    var present = tenures.getLast();
    if (standsAbove(event.posting(), present)) {
      if (present.from().equals(event.occurredAt())) {
        tenures.removeLast();
      } else {
        tenures.set(tenures.size() - 1, present.endedAt(event.occurredAt()));
      }
      tenures.add(begun(event, event.occurredAt(), false));
    }
  }

  private static boolean standsAbove(@Nullable Posting posting, Tenure tenure) {
    return posting == null || posting.standsAbove(tenure.pathOrUnit());
  }

  /** The spans, oldest first; empty while nothing has come that could open the case. */
  public List<Tenure> tenures() {
    return tenures;
  }

  public Optional<Tenure> present() {
    return tenures.isEmpty() ? Optional.empty() : Optional.of(tenures.getLast());
  }

  /** To whom the case belonged at that instant. */
  public Optional<Tenure> at(Instant at) {
    for (var tenure : tenures) {
      if (tenure.holds(at)) {
        return Optional.of(tenure);
      }
    }
    return Optional.empty();
  }

  /** Whose an event is. */
  public enum Standing {
    /** Of those to whom the case belongs, of a unit above them, or of CaseClock itself. */
    OWN,
    /** Of another organ, in a matter that the pack lets it report. */
    REPORTED,
    /** Of somebody to whom the case does not belong: it has no effect. */
    STRANGE
  }

  /**
   * Judges an event by the owner at its time, and by the owner that was known when it was accepted:
   * who had the case then may still tell what happened in that time, and who has it now may tell
   * what happened before. A withdrawal is judged by its source instead; see {@link Withdrawals}.
   */
  public Standing judge(CaseEvent event) {
    return judge(
        event.eventId(), event.type(), event.posting(), event.occurredAt(), event.acceptedAt());
  }

  /** The same for an event that is not kept yet. */
  public Standing judge(
      EventId id, String type, @Nullable Posting posting, Instant occurredAt, Instant acceptedAt) {
    if (posting == null || tenures.isEmpty()) {
      return Standing.OWN;
    }
    if (id.isOurs() || type.equals(BuiltInTypes.EVENT_WITHDRAWN)) {
      return Standing.OWN;
    }
    var isOwn =
        type.equals(BuiltInTypes.CASE_ASSIGNED)
            ? before(occurredAt).filter(tenure -> standsAbove(posting, tenure)).isPresent()
            : at(occurredAt).filter(tenure -> standsAbove(posting, tenure)).isPresent()
                || standsAbove(posting, knownAt(acceptedAt));
    if (isOwn) {
      return Standing.OWN;
    }
    var kind = posting.kind();
    return kind != null && rules.isReportedBy(type, kind) ? Standing.REPORTED : Standing.STRANGE;
  }

  /** Who had the case when a hand-over of that instant was still to come. */
  private Optional<Tenure> before(Instant at) {
    Tenure last = null;
    for (var tenure : tenures) {
      if (tenure.from().isBefore(at)) {
        last = tenure;
      }
    }
    return Optional.ofNullable(last);
  }

  private Tenure knownAt(Instant acceptedAt) {
    var known = tenures.getFirst();
    for (var tenure : tenures) {
      if (!tenure.knownFrom().isAfter(acceptedAt)) {
        known = tenure;
      }
    }
    return known;
  }
}
