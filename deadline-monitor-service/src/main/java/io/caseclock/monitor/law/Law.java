package io.caseclock.monitor.law;

import io.caseclock.calendar.WorkingCalendar;
import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.deadline.Timeline;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.SideBySide;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All packs in force, asked as one. Rule ids are unique across packs. */
public final class Law {

  /** One pack, ready to compute. */
  public record InForce(Pack pack, RuleBook book, WorkingCalendar calendar, Engine engine) {

    static InForce of(Pack pack) {
      var book = RuleBook.of(pack);
      var calendar = WorkingCalendar.of(pack);
      return new InForce(pack, book, calendar, new Engine(book, calendar));
    }
  }

  /** A rule and the pack it belongs to. */
  public record Found(Rule rule, Pack pack) {}

  private final List<InForce> packs;
  private final OwnershipRules ownership;

  /** Refuses packs that clash, since nobody could say which rule or which schema is meant. */
  public Law(List<Pack> packs) {
    SideBySide.require(packs);
    this.packs = packs.stream().map(InForce::of).toList();
    this.ownership = OwnershipRules.of(packs);
  }

  /** The case's events, judged by what the packs say of opening a case and of other organs. */
  public Timeline timeline(String caseId, Collection<CaseEvent> known) {
    return Timeline.of(caseId, known, ownership);
  }

  public List<InForce> packs() {
    return packs;
  }

  /** Every deadline that any pack knows for the case. */
  public List<Deadline> evaluate(Timeline timeline, Instant now) {
    List<Deadline> deadlines = new ArrayList<>();
    packs.forEach(pack -> deadlines.addAll(pack.engine().evaluate(timeline, now)));
    return deadlines;
  }

  /** The same, each with its trace. */
  public List<Deadline> explain(Timeline timeline, Instant now) {
    List<Deadline> deadlines = new ArrayList<>();
    packs.forEach(pack -> deadlines.addAll(pack.engine().explain(timeline, now)));
    return deadlines;
  }

  /** Only these rules, as if their conditions were met. */
  public List<Deadline> explainOnly(Set<String> rules, Timeline timeline, Instant now) {
    List<Deadline> deadlines = new ArrayList<>();
    for (var pack : packs) {
      var engine = new Engine(pack.book().only(rules), pack.calendar());
      deadlines.addAll(engine.explain(timeline, now));
    }
    return deadlines;
  }

  public Optional<Found> rule(String id) {
    return packs.stream()
        .flatMap(pack -> pack.pack().rule(id).map(rule -> new Found(rule, pack.pack())).stream())
        .findFirst();
  }

  public List<Found> rules() {
    return packs.stream()
        .flatMap(pack -> pack.pack().rules().stream().map(rule -> new Found(rule, pack.pack())))
        .toList();
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

  /** This law with one pack put in place of the one of the same id, or added to it. */
  public Law with(Pack candidate) {
    var others =
        packs.stream().map(InForce::pack).filter(pack -> !pack.id().equals(candidate.id()));
    return new Law(
        java.util.stream.Stream.concat(others, java.util.stream.Stream.of(candidate)).toList());
  }

  /** The zone of the first pack, for listings that are not about one rule. */
  public ZoneId zone() {
    return packs.getFirst().pack().zone();
  }
}
