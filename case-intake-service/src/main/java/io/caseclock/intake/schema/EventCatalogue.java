package io.caseclock.intake.schema;

import io.caseclock.ownership.OwnershipRules;
import io.caseclock.pack.EventType;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Pack;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every event type, fact, rule and level that the loaded packs know. */
public final class EventCatalogue {

  /** Events about notices and plans are made by the notification service alone. */
  private static final Set<String> OURS = Set.of("notice", "plan");

  private final Map<String, KnownType> types = new TreeMap<>();
  private final Map<String, Fact> facts = new TreeMap<>();
  private final Set<String> rules;
  private final Set<String> levels;
  private final DecidedTerms terms;
  private final OwnershipRules ownership;

  /**
   * Joins packs; where two declare the same type, the one named first holds, and their facts'
   * values are joined.
   */
  public EventCatalogue(List<Pack> packs) {
    ownership = OwnershipRules.of(packs);
    terms = new DecidedTerms(packs);
    BuiltInSchemas.all().forEach(type -> types.put(type.type(), type));
    for (var pack : packs) {
      pack.eventTypes().values().forEach(type -> types.putIfAbsent(type.type(), known(type, pack)));
      pack.facts().values().forEach(fact -> facts.merge(fact.name(), fact, EventCatalogue::joined));
    }
    rules =
        packs.stream()
            .flatMap(pack -> pack.rules().stream())
            .map(rule -> rule.id())
            .collect(Collectors.toUnmodifiableSet());
    levels =
        packs.stream()
            .flatMap(pack -> pack.levels().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What may be decided in the case and come as {@code data.term} with an event. */
  public DecidedTerms terms() {
    return terms;
  }

  private static KnownType known(EventType type, Pack pack) {
    return new KnownType(
        type.type(),
        type.names(),
        type.element(),
        pack.id(),
        !OURS.contains(type.element()),
        DataSchema.ofCaseEvent(type.type(), type.properties(), type.required()));
  }

  private static Fact joined(Fact one, Fact other) {
    var values = new java.util.HashSet<>(one.values());
    values.addAll(other.values());
    return new Fact(one.name(), one.names(), values, one.otherwise());
  }

  public Optional<KnownType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** All types in the order of their names. */
  public Collection<KnownType> types() {
    return List.copyOf(types.values());
  }

  public Optional<Fact> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /** All facts in the order of their names. */
  public Collection<Fact> facts() {
    return List.copyOf(facts.values());
  }

  /** What the packs say of opening a case, and of what other organs report. */
  public OwnershipRules ownership() {
    return ownership;
  }

  public boolean knowsRule(String ruleId) {
    return rules.contains(ruleId);
  }

  public boolean knowsLevel(String levelId) {
    return levels.contains(levelId);
  }
}
