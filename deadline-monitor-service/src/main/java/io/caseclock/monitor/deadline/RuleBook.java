package io.caseclock.monitor.deadline;

import io.caseclock.contract.Names;
import io.caseclock.pack.Bound;
import io.caseclock.pack.DeadlineTrigger;
import io.caseclock.pack.DeadlineTrigger.Moment;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Level;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a pack, found by the event that starts them. */
public final class RuleBook {

  private final Pack pack;
  private final Map<String, List<Rule>> byStart = new HashMap<>();
  private final Map<String, List<Rule>> byDueOf = new HashMap<>();
  private final Map<DeadlineTrigger, List<Rule>> byDeadline = new HashMap<>();
  private final boolean conditionsHold;

  private RuleBook(Pack pack, List<Rule> rules, boolean conditionsHold) {
    this.pack = pack;
    this.conditionsHold = conditionsHold;
    for (var rule : rules) {
      for (var type : rule.starts()) {
        byStart.computeIfAbsent(type, any -> new ArrayList<>()).add(rule);
      }
      for (var trigger : rule.follows()) {
        byDeadline.computeIfAbsent(trigger, any -> new ArrayList<>()).add(rule);
      }
      for (var other : rule.dueOf()) {
        byDueOf.computeIfAbsent(other, any -> new ArrayList<>()).add(rule);
      }
    }
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
  List<Rule> startedBy(String type) {
    return byStart.getOrDefault(type, List.of());
  }

  /** The rules that count from the due instant of a deadline by this rule. */
  List<Rule> startedByDueOf(String ruleId) {
    return byDueOf.getOrDefault(ruleId, List.of());
  }

  /** The rules that start when a deadline by this rule is met, or passes unmet. */
  List<Rule> startedByDeadline(String ruleId, Moment at) {
    return byDeadline.getOrDefault(new DeadlineTrigger(ruleId, at), List.of());
  }

  /**
   * Whether other deadlines start by the mere passing of time, once one of this rule is due:
   * because nothing was done, or because a minimum period is met by waiting.
   */
  public boolean startsOthersWhenDue(Rule rule) {
    return byDeadline.containsKey(new DeadlineTrigger(rule.id(), Moment.BREACH))
        || (rule.bound() == Bound.MINIMUM
            && byDeadline.containsKey(new DeadlineTrigger(rule.id(), Moment.MET)));
  }

  /** Whether conditions on facts and levels are taken as met. */
  boolean conditionsHold() {
    return conditionsHold;
  }

  /** Whether an event of this type names a reference day that may lie in the future. */
  public boolean isReferenceDay(String type) {
    return startedBy(type).stream().anyMatch(rule -> rule.direction() == Direction.BACKWARD);
  }

  /** What people call an event of this type; its own name where the pack does not know it. */
  Names namesOf(String type) {
    var known = pack.eventTypes().get(type);
    return known == null ? new Names(type, type) : known.names();
  }

  public ZoneId zone() {
    return pack.zone();
  }

  Map<String, Fact> facts() {
    return pack.facts();
  }

  @Nullable Level level(String id) {
    return pack.levels().get(id);
  }
}
