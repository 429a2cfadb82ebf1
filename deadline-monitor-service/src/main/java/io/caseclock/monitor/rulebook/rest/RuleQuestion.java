package io.caseclock.monitor.rulebook.rest;

import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.monitor.rulebook.RuleFilter;
import io.caseclock.monitor.rulebook.SearchWords;
import io.caseclock.pack.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what somebody asks of the rule book; every word has to be one that the packs know. */
final class RuleQuestion {

  private static final List<String> ORDERS = List.of("pack", "list", "element");
  private static final List<String> TRUTHS = List.of("true", "false");

  private final Law law;

  RuleQuestion(Law law) {
    this.law = law;
  }

  RuleFilter filter(
      @Nullable String q,
      @Nullable String element,
      @Nullable String pack,
      @Nullable String statutory,
      @Nullable String confidence,
      @Nullable String list) {
    return new RuleFilter(
        words(q),
        Optional.ofNullable(Parameters.oneOf("element", element, Rule.ELEMENTS)),
        Optional.ofNullable(
            Parameters.oneOf(
                "pack", pack, law.packs().stream().map(one -> one.pack().id()).toList())),
        Optional.ofNullable(Parameters.oneOf("statutory", statutory, TRUTHS)).map(Boolean::valueOf),
        Optional.ofNullable(
            Parameters.oneOf("confidence", confidence, known(found -> found.rule().confidence()))),
        Optional.ofNullable(Parameters.oneOf("list", list, known(found -> found.rule().list()))));
  }

  private static SearchWords words(@Nullable String q) {
    if (q == null) {
      return SearchWords.NONE;
    }
    if (q.length() > SearchWords.LONGEST || q.chars().anyMatch(Character::isISOControl)) {
      throw Parameters.refused("q", "a text of at most " + SearchWords.LONGEST + " letters");
    }
    return SearchWords.of(q);
  }

  private Set<String> known(Function<Law.Found, String> word) {
    return law.rules().stream().map(word).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rule behind which a page begins. */
  Law.Found known(String after) {
    return law.rule(after).orElseThrow(() -> Parameters.refused("after", "the 'next' of a page"));
  }

  /** Rules of one group stay in the order of their packs. */
  Comparator<Law.Found> order(String asked) {
    Parameters.oneOf("order", asked, ORDERS);
    return switch (asked) {
      case "list" -> by(lists(), found -> found.rule().list());
      case "element" -> by(elements(), found -> found.rule().element());
      default -> (one, other) -> 0;
    };
  }

  private static Comparator<Law.Found> by(
      Map<String, Integer> places, Function<Law.Found, String> group) {
    return Comparator.comparing(found -> places.getOrDefault(group.apply(found), places.size()));
  }

  private Map<String, Integer> lists() {
    return places(
        law.packs().stream().flatMap(pack -> pack.pack().lists().keySet().stream()).toList());
  }

  private static Map<String, Integer> elements() {
    return places(RuleGroup.ELEMENTS);
  }

  private static Map<String, Integer> places(List<String> words) {
    var distinct = new ArrayList<>(words.stream().distinct().toList());
    return distinct.stream().collect(Collectors.toMap(word -> word, distinct::indexOf));
  }
}
