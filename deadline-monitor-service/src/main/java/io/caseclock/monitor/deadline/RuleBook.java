package io.caseclock.monitor.deadline;

import io.caseclock.contract.Names;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Level;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.time.LegalDays;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a pack, found by the event or the deadline that starts them. All that does not
 * depend on a case is found out here, once.
 */
public final class RuleBook {

  private final Pack pack;
  private final LegalDays days;
  private final Map<String, List<Candidate>> byStart = new HashMap<>();
  private final Map<String, Followers> byDeadline = new HashMap<>();
  private final boolean conditionsHold;

  private RuleBook(Pack pack, List<Rule> rules, boolean conditionsHold) {
    this.pack = pack;
    this.days = LegalDays.in(pack.zone());
    this.conditionsHold = conditionsHold;
    for (var i = 0; i < rules.size(); i++) {
      add(
          conditionsHold
              ? Candidate.unconditional(rules.get(i), i)
              : Candidate.of(rules.get(i), i, pack.facts()));
    }
  }

  private void add(Candidate candidate) {
    var rule = candidate.rule();
    for (var type : rule.starts()) {
      byStart.computeIfAbsent(type, any -> new ArrayList<>()).add(candidate);
    }
    for (var trigger : rule.follows()) {
      followersOf(trigger.deadline()).at(trigger.at()).add(candidate);
    }
    for (var other : rule.dueOf()) {
      followersOf(other).ofDue().add(candidate);
    }
  }

  private Followers followersOf(String ruleId) {
    return byDeadline.computeIfAbsent(ruleId, any -> Followers.none());
  }

  public static RuleBook of(Pack pack) {
    return new RuleBook(pack, pack.rules(), false);
  }

  /** Only these rules, taken as if their conditions were met: what a calculator asks. */
  public RuleBook only(Set<String> ruleIds) {
    var chosen = pack.rules().stream().filter(rule -> ruleIds.contains(rule.id())).toList();
    return new RuleBook(pack, chosen, true);
  }

  public Pack pack() {
    return pack;
  }

  /** The rules that an event of this type may start. */
  List<Candidate> startedBy(String type) {
    var started = byStart.get(type);
    return started == null ? List.of() : started;
  }

  /** The rules that start or count from a deadline by this rule; null where none does. */
  @Nullable Followers followersOfDeadline(String ruleId) {
    return byDeadline.get(ruleId);
  }

  /**
   * Whether other deadlines start by the mere passing of time, once one of this rule is due:
   * because nothing was done, or because a minimum period is met by waiting.
   */
  public boolean startsOthersWhenDue(Rule rule) {
    var followers = byDeadline.get(rule.id());
    return followers != null
        && (!followers.ofBreach().isEmpty()
            || (rule.bound() == Bound.MINIMUM && !followers.ofMet().isEmpty()));
  }

  /** Whether conditions on facts and levels are taken as met. */
  boolean conditionsHold() {
    return conditionsHold;
  }

  /** Whether an event of this type names a reference day that may lie in the future. */
  public boolean isReferenceDay(String type) {
    return startedBy(type).stream().anyMatch(one -> Engine.countsBack(one.rule()));
  }

  /** What people call an event of this type; its own name where the pack does not know it. */
  Names namesOf(String type) {
    var known = pack.eventTypes().get(type);
    return known == null ? new Names(type, type) : known.names();
  }

  public ZoneId zone() {
    return pack.zone();
  }

  /** The days of the pack's zone. */
  LegalDays days() {
    return days;
  }

  Map<String, Fact> facts() {
    return pack.facts();
  }

  @Nullable Level level(String id) {
    return pack.levels().get(id);
  }
}
