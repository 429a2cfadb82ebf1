package io.caseclock.monitor.law;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.pack.Listeners;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.SideBySide;
import io.caseclock.time.OfficeHours;
import io.caseclock.time.WorkingCalendar;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All packs in force, asked as one. Rule ids are unique across packs. */
public final class Law {

  /** One pack, ready to compute. */
  public record InForce(
      Pack pack, RuleBook book, WorkingCalendar calendar, WorkingTime time, Engine engine) {

    static InForce of(Pack pack) {
      var book = RuleBook.of(pack);
      var calendar = WorkingCalendar.of(pack);
      return new InForce(pack, book, calendar, WorkingTime.of(pack), new Engine(book, calendar));
    }
  }

  /** A rule and the pack it belongs to. */
  public record Found(Rule rule, Pack pack) {}

  private final List<InForce> packs;
  private final OwnershipRules ownership;
  private final Map<String, Found> rules = new LinkedHashMap<>();
  private final Set<String> startOthersWhenDue = new HashSet<>();
  private final Listeners listeners;
  private final CaseLimits limits;

  /** The law with the usual limits; refuses packs that clash. */
  public Law(List<Pack> packs) {
    this(packs, CaseLimits.DEFAULT);
  }

  /**
   * Refuses packs that clash, since nobody could say which rule or which schema is meant.
   *
   * @param limits what the evaluation of one case may cost, all packs together
   */
  public Law(List<Pack> packs, CaseLimits limits) {
    SideBySide.require(packs);
    this.packs = packs.stream().map(InForce::of).toList();
    this.ownership = OwnershipRules.of(packs);
    this.listeners = new Listeners(packs);
    this.limits = limits;
    for (var pack : packs) {
      pack.rules().forEach(rule -> rules.put(rule.id(), new Found(rule, pack)));
    }
    for (var pack : this.packs) {
      pack.pack().rules().stream()
          .filter(rule -> pack.book().startsOthersWhenDue(rule))
          .forEach(rule -> startOthersWhenDue.add(rule.id()));
    }
  }

  /** The case's events, judged by what the packs say of opening a case and of other organs. */
  public Timeline timeline(String caseId, Collection<CaseEvent> known) {
    return Timeline.of(caseId, known, ownership);
  }

  /** Which rules listen to which type of event. */
  public Listeners listeners() {
    return listeners;
  }

  /** What the evaluation of one case may cost. */
  public CaseLimits limits() {
    return limits;
  }

  public List<InForce> packs() {
    return packs;
  }

  /**
   * Every deadline that any pack knows for the case; ends with an {@link OverLimitException} where
   * that would cost more than a case may.
   */
  public List<Deadline> evaluate(Timeline timeline, Instant now) {
    return evaluate(timeline, now, new Budget(limits));
  }

  /** The same, out of a budget that other work shares. */
  public List<Deadline> evaluate(Timeline timeline, Instant now, Budget budget) {
    List<Deadline> deadlines = new ArrayList<>();
    budget.events(timeline.events().size());
    packs.forEach(pack -> deadlines.addAll(pack.engine().evaluate(timeline, now, budget)));
    return deadlines;
  }

  /** The same, those that are wanted with their traces. */
  public List<Deadline> explain(Timeline timeline, Instant now, Predicate<DeadlineKey> wanted) {
    return explain(timeline, now, wanted, new Budget(limits));
  }

  /** The same, out of a budget that other work shares. */
  public List<Deadline> explain(
      Timeline timeline, Instant now, Predicate<DeadlineKey> wanted, Budget budget) {
    List<Deadline> deadlines = new ArrayList<>();
    budget.events(timeline.events().size());
    packs.forEach(pack -> deadlines.addAll(pack.engine().explain(timeline, now, wanted, budget)));
    return deadlines;
  }

  /** Only these rules, as if their conditions were met, each deadline with its trace. */
  public List<Deadline> explainOnly(
      Set<String> rules, Timeline timeline, Instant now, Budget budget) {
    List<Deadline> deadlines = new ArrayList<>();
    budget.events(timeline.events().size());
    for (var pack : packs) {
      var engine = new Engine(pack.book().only(rules), pack.calendar());
      deadlines.addAll(engine.explain(timeline, now, any -> true, budget));
    }
    return deadlines;
  }

  public Optional<Found> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** Whether other deadlines start by the mere passing of time, once one of this rule is due. */
  public boolean startsOthersWhenDue(Rule rule) {
    return startOthersWhenDue.contains(rule.id());
  }

  /** All rules, pack by pack. */
  public List<Found> rules() {
    return List.copyOf(rules.values());
  }

  /** Whether an event of this type may name a reference day in the future. */
  public boolean isReferenceDay(String type) {
    return packs.stream().anyMatch(pack -> pack.book().isReferenceDay(type));
  }

  /** A pack by its id; empty where it is not in force here. */
  public Optional<InForce> inForce(String packId) {
    return packs.stream().filter(pack -> pack.pack().id().equals(packId)).findFirst();
  }

  /** The version of the calendar that a pack's deadlines rest on. */
  public String calendarVersion(String packId) {
    return inForce(packId).map(pack -> pack.calendar().version()).orElse("");
  }

  /** When people work by a pack; by the weekday, nine to five, where it is not in force here. */
  public WorkingTime workingTime(String packId) {
    return inForce(packId)
        .map(InForce::time)
        .orElseGet(
            () -> new WorkingTime(new WorkingCalendar("", List.of()), zone(), OfficeHours.USUAL));
  }

  /** This law with one pack put in place of the one of the same id, or added to it. */
  public Law with(Pack candidate) {
    var others =
        packs.stream().map(InForce::pack).filter(pack -> !pack.id().equals(candidate.id()));
    return new Law(
        java.util.stream.Stream.concat(others, java.util.stream.Stream.of(candidate)).toList(),
        limits);
  }

  /** The zone of the first pack, for listings that are not about one rule. */
  public ZoneId zone() {
    return packs.getFirst().pack().zone();
  }
}
