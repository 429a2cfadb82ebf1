package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deadline rule: what starts a period, what ends it, and how long it is.
 *
 * @param element the supervised element: incident, case, person, property, case-file, venue,
 *     notice, plan
 * @param duty whose duty it is: {@code authority}, {@code party} or the name of another organ
 * @param statutory false for an internal standard, which is never shown as law
 * @param when facts that must hold, each with the values that satisfy it; empty for always
 * @param starts event types that start it
 * @param follows deadlines of other rules that start it, beside its own events
 * @param dueOf rules from whose due instants a backward rule counts, beside its own events
 * @param transition which version holds for what had begun before the law changed
 * @param versions newest first, without overlap
 */
public record Rule(
    String id,
    Names names,
    String element,
    String duty,
    boolean statutory,
    String confidence,
    String severity,
    String list,
    List<String> indicators,
    BreachPolicy breach,
    Map<String, Set<Object>> when,
    Direction direction,
    Bound bound,
    List<String> starts,
    List<DeadlineTrigger> follows,
    List<String> dueOf,
    List<Trigger> stops,
    List<Trigger> cancels,
    @Nullable Names onLapse,
    Transition transition,
    List<RuleVersion> versions) {

  /** What may be supervised; a notice and a plan are CaseClock's own. */
  public static final Set<String> ELEMENTS =
      Set.of("incident", "case", "person", "property", "case-file", "venue", "notice", "plan");

  /** Which version holds for a period that had begun before the law changed. */
  public enum Transition {
    /** The version of the starting day, to the end. */
    GRANDFATHERED,
    /** The version of today, as long as the period is open: 程序从新. */
    IMMEDIATE
  }

  /** What a breach leads to. */
  public enum BreachPolicy {
    /** A rectification notice to the responsible officer. */
    NOTICE,
    /** Only word to the next level. */
    ESCALATE,
    /** It is counted, and nobody is told. */
    RECORD,
    /** There is none: a right that is not used in time lapses. */
    LAPSE
  }

  public Rule {
    indicators = List.copyOf(indicators);
    when = Map.copyOf(when);
    starts = List.copyOf(starts);
    follows = List.copyOf(follows);
    dueOf = List.copyOf(dueOf);
    stops = List.copyOf(stops);
    cancels = List.copyOf(cancels);
    versions = List.copyOf(versions);
  }

  /** Whether what it sets is a right that lapses, not a duty that is breached. */
  public boolean lapses() {
    return breach == BreachPolicy.LAPSE;
  }

  /** Whether anybody is told of its warnings and of its breach. */
  public boolean isTold() {
    return breach != BreachPolicy.RECORD;
  }

  /** The version in force on that day of the pack's zone; empty where the rule did not exist. */
  public Optional<RuleVersion> versionOn(LocalDate day) {
    for (var version : versions) {
      if (version.isInForceOn(day)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /** Every event type that starts, ends, pauses or restarts it, in any version. */
  public Set<String> eventTypes() {
    Set<String> types = new LinkedHashSet<>(starts);
    stops.forEach(trigger -> types.add(trigger.event()));
    cancels.forEach(trigger -> types.add(trigger.event()));
    for (var version : versions) {
      for (var pair : version.tolling()) {
        types.add(pair.from().event());
        types.add(pair.to().event());
      }
      version.restarts().forEach(restart -> types.add(restart.trigger().event()));
    }
    return types;
  }

  /** The same rule with other versions. */
  public Rule withVersions(List<RuleVersion> others) {
    return with(starts, follows, others);
  }

  /** The same rule, started by these types of events and by no other deadline. */
  public Rule startedOnlyBy(List<String> types) {
    return with(types, List.of(), versions);
  }

  private Rule with(
      List<String> itsStarts, List<DeadlineTrigger> itsFollows, List<RuleVersion> others) {
    return new Rule(
        id,
        names,
        element,
        duty,
        statutory,
        confidence,
        severity,
        list,
        indicators,
        breach,
        when,
        direction,
        bound,
        itsStarts,
        itsFollows,
        dueOf,
        stops,
        cancels,
        onLapse,
        transition,
        others);
  }
}
