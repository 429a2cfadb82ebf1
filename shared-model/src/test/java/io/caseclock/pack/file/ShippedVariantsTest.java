package io.caseclock.pack.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Fact;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Variants of a rule are told apart by facts, so that an act is never due by two clocks. */
class ShippedVariantsTest {

  /** Different acts that one event does at once, each with a period of its own. */
  private static final Set<Set<String>> SEVERAL_ACTS =
      Set.of(
          Set.of("arrest-refusal-reconsideration", "arrest-refusal-follow-up"),
          Set.of("notice-delivery", "notice-signing"),
          Set.of("notice-planning", "notice-rectification"),
          Set.of("notice-review-start", "notice-review"));

  private static final List<Pack> PACKS = Packs.load(PackFiles.shippedIds());
  private static final Map<String, Set<Object>> VALUES = values();

  @Test
  void for_given_facts_one_event_starts_one_clock_for_one_act() {
    assertThat(overlaps()).isEmpty();
  }

  private static List<Set<String>> overlaps() {
    var rules = PACKS.stream().flatMap(pack -> pack.rules().stream()).toList();
    List<Set<String>> found = new ArrayList<>();
    for (var one = 0; one < rules.size(); one++) {
      for (var other = one + 1; other < rules.size(); other++) {
        var pair = Set.of(rules.get(one).id(), rules.get(other).id());
        if (areOfOneAct(rules.get(one), rules.get(other))
            && canBothApply(rules.get(one), rules.get(other))
            && !SEVERAL_ACTS.contains(pair)) {
          found.add(pair);
        }
      }
    }
    return found;
  }

  private static boolean areOfOneAct(Rule one, Rule other) {
    return meet(one.starts(), other.starts()) && meet(acts(one), acts(other));
  }

  private static Set<String> acts(Rule rule) {
    return rule.stops().stream().map(Trigger::event).collect(Collectors.toSet());
  }

  private static boolean canBothApply(Rule one, Rule other) {
    Set<String> facts = new HashSet<>(one.when().keySet());
    facts.addAll(other.when().keySet());
    return facts.stream().allMatch(fact -> meet(accepted(one, fact), accepted(other, fact)));
  }

  private static Set<Object> accepted(Rule rule, String fact) {
    return rule.when().getOrDefault(fact, VALUES.getOrDefault(fact, Set.of()));
  }

  private static Map<String, Set<Object>> values() {
    Map<String, Set<Object>> values = new HashMap<>();
    for (var pack : PACKS) {
      for (Fact fact : pack.facts().values()) {
        values.computeIfAbsent(fact.name(), any -> new HashSet<>()).addAll(fact.values());
      }
    }
    return values;
  }

  private static boolean meet(Collection<?> one, Collection<?> other) {
    return one.stream().anyMatch(other::contains);
  }
}
