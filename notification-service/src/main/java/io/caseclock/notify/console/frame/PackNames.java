package io.caseclock.notify.console.frame;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.pack.Indicator;
import io.caseclock.pack.Indicator.Reads;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.SupervisionList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the packs in force and their rules and lists are called, whose duty a rule sets, and what
 * the indicators count, by id.
 *
 * @param duties whose duty each rule sets, in the word of the rules
 * @param indicators in the order of their ids
 */
public record PackNames(
    SortedMap<String, Names> packs,
    SortedMap<String, Names> rules,
    SortedMap<String, String> duties,
    SortedMap<String, Names> lists,
    SortedMap<String, Counts> indicators) {

  /** The police, as the rules name them. */
  public static final String AUTHORITY = "authority";

  /** The procuratorate, as the rules name it. */
  public static final String PROCURATORATE = "procuratorate";

  /**
   * What an indicator counts.
   *
   * @param names what the indicator itself is called
   * @param rules those whose deadlines it counts; empty where it is none of deadlines
   */
  public record Counts(Names names, Reads reads, List<Names> rules) {
    public Counts {
      rules = List.copyOf(rules);
    }

    private static Counts of(Indicator indicator, List<Pack> packs) {
      var rules =
          packs.stream()
              .flatMap(pack -> pack.rules().stream())
              .filter(rule -> rule.indicators().contains(indicator.id()))
              .map(Rule::names)
              .distinct();
      return new Counts(
          indicator.names(),
          indicator.reads(),
          (indicator.reads().isOfDeadlines() ? rules : Stream.<Names>empty()).toList());
    }
  }

  /** The first pack that has a name for an id gives it. */
  public static PackNames of(List<Pack> packs) {
    SortedMap<String, Names> names = new TreeMap<>();
    SortedMap<String, Names> rules = new TreeMap<>();
    SortedMap<String, String> duties = new TreeMap<>();
    SortedMap<String, Names> lists = new TreeMap<>();
    SortedMap<String, Counts> indicators = new TreeMap<>();
    for (var pack : packs) {
      names.putIfAbsent(pack.id(), pack.names());
      for (Rule rule : pack.rules()) {
        rules.putIfAbsent(rule.id(), rule.names());
        duties.putIfAbsent(rule.id(), rule.duty());
      }
      for (SupervisionList list : pack.lists().values()) {
        lists.putIfAbsent(list.id(), list.names());
      }
      for (Indicator indicator : pack.indicators().values()) {
        indicators.computeIfAbsent(indicator.id(), id -> Counts.of(indicator, packs));
      }
    }
    return new PackNames(names, rules, duties, lists, indicators);
  }

  public String pack(String id, Language language) {
    return name(packs, id, language);
  }

  public String rule(String id, Language language) {
    return name(rules, id, language);
  }

  public String list(String id, Language language) {
    return name(lists, id, language);
  }

  /** Everybody who owes something, in the words of the rules. */
  public SortedSet<String> owing() {
    return new TreeSet<>(duties.values());
  }

  /** Whether any rule sets a duty of theirs. */
  public boolean owes(String duty) {
    return duties.containsValue(duty);
  }

  /** Whether the caller's own office owes something: a prosecutor's is the procuratorate. */
  public boolean hasDutiesOfOfficeOf(Caller caller) {
    return caller.is(Role.PROSECUTOR) && owes(PROCURATORATE);
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
