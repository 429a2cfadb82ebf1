package io.caseclock.monitor.rulebook.rest;

import io.caseclock.contract.Names;
import io.caseclock.monitor.law.Law;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many of the rules that were found belong together.
 *
 * @param id of a list, or an element
 * @param names null where no pack says
 */
public record RuleGroup(String id, @Nullable Names names, int rules) {

  /** The elements in the order in which people name them. */
  static final List<String> ELEMENTS =
      List.of("incident", "case", "person", "property", "case-file", "venue", "notice", "plan");

  /** By list, in the order of the packs. */
  static List<RuleGroup> lists(List<Law.Found> found, Law law) {
    var counted = counted(found, one -> one.rule().list());
    var declared = law.packs().stream().flatMap(pack -> pack.pack().lists().keySet().stream());
    return Stream.concat(declared, counted.keySet().stream())
        .distinct()
        .filter(counted::containsKey)
        .map(id -> new RuleGroup(id, listNames(id, law), counted.getOrDefault(id, 0)))
        .toList();
  }

  /** By element. */
  static List<RuleGroup> elements(List<Law.Found> found) {
    var counted = counted(found, one -> one.rule().element());
    return ELEMENTS.stream()
        .filter(counted::containsKey)
        .map(id -> new RuleGroup(id, null, counted.getOrDefault(id, 0)))
        .toList();
  }

  static @Nullable Names listNames(String id, Law law) {
    return law.packs().stream()
        .flatMap(pack -> Optional.ofNullable(pack.pack().lists().get(id)).stream())
        .findFirst()
        .map(list -> list.names())
        .orElse(null);
  }

  private static Map<String, Integer> counted(
      List<Law.Found> found, Function<Law.Found, String> group) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    found.forEach(one -> counted.merge(group.apply(one), 1, Integer::sum));
    return counted;
  }
}
