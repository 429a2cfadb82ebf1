package io.caseclock.notify.console;

import io.caseclock.contract.Names;
import io.caseclock.pack.Labelled;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the packs in force call their rules and lists, by id. */
public record PackNames(SortedMap<String, Names> rules, SortedMap<String, Names> lists) {

  /** The first pack that has a name for an id gives it. */
  public static PackNames of(List<Pack> packs) {
    SortedMap<String, Names> rules = new TreeMap<>();
    SortedMap<String, Names> lists = new TreeMap<>();
    for (var pack : packs) {
      for (Rule rule : pack.rules()) {
        rules.putIfAbsent(rule.id(), rule.names());
      }
      for (Labelled list : pack.lists().values()) {
        lists.putIfAbsent(list.id(), list.names());
      }
    }
    return new PackNames(rules, lists);
  }

  String rule(String id, Lines lines) {
    return name(rules, id, lines);
  }

  String list(String id, Lines lines) {
    return name(lists, id, lines);
  }

  private static String name(Map<String, Names> known, String id, Lines lines) {
    var names = known.get(id);
    return names == null ? id : lines.pick(names);
  }

  List<Lines.Choice> ruleChoices(Lines lines) {
    return choices(rules, lines);
  }

  List<Lines.Choice> listChoices(Lines lines) {
    return choices(lists, lines);
  }

  private static List<Lines.Choice> choices(Map<String, Names> known, Lines lines) {
    return known.entrySet().stream()
        .map(one -> new Lines.Choice(one.getKey(), lines.pick(one.getValue())))
        .toList();
  }
}
