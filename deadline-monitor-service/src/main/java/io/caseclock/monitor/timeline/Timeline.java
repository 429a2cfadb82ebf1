package io.caseclock.monitor.timeline;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.ownership.Ownership;
import io.caseclock.ownership.Ownership.Standing;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.ownership.Withdrawals;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Tolling;
import io.caseclock.pack.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one case as if they had been right from the beginning: each once, in the order in
 * which they happened, without those that were withdrawn and those of strangers, to whom the case
 * does not belong.
 */
public final class Timeline {

  public static final Comparator<CaseEvent> BY_TIME = Timeline::compare;

  private final String caseId;
  private final List<CaseEvent> events;
  private final List<CaseEvent> strange;
  private final Ownership ownership;
  private final Map<String, List<CaseEvent>> byType = new HashMap<>();
  private final Map<String, Map<Subject, List<CaseEvent>>> bySubject = new HashMap<>(2);
  private final Map<PairKey, List<Span>> spans = new HashMap<>(2);
  private final Map<Map<String, Fact>, Facts> facts = new IdentityHashMap<>(2);
  private @Nullable Map<EventId, CaseEvent> byId;
  private @Nullable Map<String, Approvals> approvals;

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
    var standing = Withdrawals.standing(known);
    standing.sort(BY_TIME);
    var ownership = Ownership.of(rules, standing);
    List<CaseEvent> own = new ArrayList<>(standing.size());
    List<CaseEvent> strange = new ArrayList<>(0);
    for (var event : standing) {
      (ownership.judge(event) == Standing.STRANGE ? strange : own).add(event);
    }
    return new Timeline(caseId, own, strange, ownership);
  }

  private static int compare(CaseEvent one, CaseEvent other) {
    var byTime = one.occurredAt().compareTo(other.occurredAt());
    return byTime != 0 ? byTime : one.eventId().compareTo(other.eventId());
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
  public CaseEvent event(EventId id) {
    return find(id).orElseThrow();
  }

  /** The standing event of that id; empty where it is unknown or withdrawn. */
  public Optional<CaseEvent> find(EventId id) {
    if (byId == null) {
      byId = HashMap.newHashMap(events.size());
      for (var event : events) {
        byId.put(event.eventId(), event);
      }
    }
    return Optional.ofNullable(byId.get(id));
  }

  /** The event types that occur. */
  public Set<String> types() {
    return byType.keySet();
  }

  /** The standing events of a type, oldest first. */
  public List<CaseEvent> ofType(String type) {
    var events = byType.get(type);
    return events == null ? List.of() : events;
  }

  /** The standing events that a trigger means for a subject, oldest first. */
  public List<CaseEvent> matching(Trigger trigger, Subject subject) {
    var candidates = ofType(trigger.event());
    if (candidates.isEmpty() || trigger.scope() == Trigger.Scope.CASE) {
      return candidates;
    }
    if (candidates.size() == 1) {
      return candidates.getFirst().subject().equals(subject) ? candidates : List.of();
    }
    return bySubject
        .computeIfAbsent(trigger.event(), any -> grouped(candidates))
        .getOrDefault(subject, List.of());
  }

  /** What is stated of the facts that a pack declares; found once for the same declarations. */
  public Facts facts(Map<String, Fact> declared) {
    return facts.computeIfAbsent(declared, any -> new Facts(declared, this));
  }

  /** The spans that a pair of events bounds for a subject. */
  public List<Span> spans(Tolling pair, Subject subject) {
    if (ofType(pair.from().event()).isEmpty()) {
      return List.of();
    }
    var isOfTheCase =
        pair.from().scope() == Trigger.Scope.CASE && pair.to().scope() == Trigger.Scope.CASE;
    return spans.computeIfAbsent(
        new PairKey(pair, isOfTheCase ? null : subject), any -> Span.pair(this, pair, subject));
  }

  /** The approved extensions of a rule's deadline of a subject: its own and those of the case. */
  public List<CaseEvent> approvals(String rule, Subject subject) {
    if (approvals == null) {
      approvals = approvals(ofType(BuiltInTypes.EXTENSION_APPROVED));
    }
    var ofRule = approvals.get(rule);
    return ofRule == null ? List.of() : ofRule.of(subject);
  }

  private static Map<String, Approvals> approvals(List<CaseEvent> events) {
    Map<String, Approvals> byRule = new HashMap<>();
    for (var event : events) {
      event
          .text("rule")
          .ifPresent(rule -> byRule.computeIfAbsent(rule, any -> new Approvals()).add(event));
    }
    return byRule;
  }

  /** How many of these, oldest first, lie before the instant. */
  public static int before(List<CaseEvent> oldestFirst, Instant at) {
    var low = 0;
    var high = oldestFirst.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (oldestFirst.get(middle).occurredAt().isBefore(at)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Map<Subject, List<CaseEvent>> grouped(List<CaseEvent> events) {
    Map<Subject, List<CaseEvent>> grouped = new HashMap<>();
    for (var event : events) {
      grouped.computeIfAbsent(event.subject(), any -> new ArrayList<>(2)).add(event);
    }
    return grouped;
  }

  /** What bounds spans, and for whom; no subject where it is the same for all. */
  private record PairKey(Tolling pair, @Nullable Subject subject) {}

  /** The approvals that name one rule. */
  private static final class Approvals {

    private final List<CaseEvent> ofTheCase = new ArrayList<>(2);
    private final Map<Subject, List<CaseEvent>> ofOthers = new HashMap<>();

    void add(CaseEvent approval) {
      var subject = approval.subject();
      (subject.isCase() ? ofTheCase : ofOthers.computeIfAbsent(subject, any -> new ArrayList<>(2)))
          .add(approval);
    }

    List<CaseEvent> of(Subject subject) {
      var own = ofOthers.get(subject);
      if (own == null) {
        return ofTheCase;
      }
      List<CaseEvent> all = new ArrayList<>(own);
      all.addAll(ofTheCase);
      return all;
    }
  }
}
