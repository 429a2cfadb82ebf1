package io.caseclock.notify.console.frame;

import io.caseclock.contract.Names;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.SupervisionList;
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
      for (SupervisionList list : pack.lists().values()) {
        lists.putIfAbsent(list.id(), list.names());
      }
    }
    return new PackNames(rules, lists);
  }

  public String rule(String id, Language language) {
    return name(rules, id, language);
  }

  public String list(String id, Language language) {
    return name(lists, id, language);
  }

  private static String name(Map<String, Names> known, String id, Language language) {
    var names = known.get(id);
    return names == null ? id : language.pick(names);
  }

  public List<Choice> ruleChoices(Language language) {
    return choices(rules, language);
  }

  public List<Choice> listChoices(Language language) {
    return choices(lists, language);
  }

  private static List<Choice> choices(Map<String, Names> known, Language language) {
    return known.entrySet().stream()
        .map(one -> new Choice(one.getKey(), language.pick(one.getValue())))
        .toList();
  }
}
