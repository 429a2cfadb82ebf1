package io.caseclock.notify.packs;

import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.time.WorkingTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the pack of a rule; ids of rules are unique across packs. */
public final class RulePacks {

  private final List<Pack> packs;
  private final ZoneId usual;
  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Pack> byRule = new HashMap<>();
  private final Map<String, WorkingTime> times = new HashMap<>();
  private final WorkingTime usualTime;

  /** Where nothing else is set, the zone of the first pack is that of what belongs to no pack. */
  public RulePacks(List<Pack> packs) {
    this(packs, packs.getFirst().zone());
  }

  /**
   * Refuses no pack at all.
   *
   * @param usual the zone of what belongs to no pack
   */
  public RulePacks(List<Pack> packs, ZoneId usual) {
    this.packs = List.copyOf(packs);
    this.usual = usual;
    var first = WorkingTime.of(packs.getFirst());
    this.usualTime = new WorkingTime(first.calendar(), usual, first.hours());
    for (var pack : packs) {
      var time = WorkingTime.of(pack);
      for (var rule : pack.rules()) {
        rules.put(rule.id(), rule);
        byRule.put(rule.id(), pack);
        times.put(rule.id(), time);
      }
    }
  }

  /** The pack that has the rule; the first one where none has it, as with a finding by hand. */
  public Pack of(@Nullable String rule) {
    var first = packs.getFirst();
    return rule == null ? first : byRule.getOrDefault(rule, first);
  }

  /** Empty where no pack in force has it. */
  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /**
   * When the office works, by the calendar of the rule's pack; where none has the rule, by that of
   * the first pack, in the usual zone.
   */
  public WorkingTime workingTime(@Nullable String rule) {
    return rule == null ? usualTime : times.getOrDefault(rule, usualTime);
  }

  /** The zone of what belongs to no pack. */
  public ZoneId usualZone() {
    return usual;
  }

  /** The ids of the rules that count in a supervision list. */
  public List<String> rulesOf(String list) {
    return packs.stream()
        .flatMap(pack -> pack.rules().stream())
        .filter(rule -> rule.list().equals(list))
        .map(Rule::id)
        .distinct()
        .toList();
  }

  /** The zones of all packs in force. */
  public Set<ZoneId> zones() {
    return packs.stream().map(Pack::zone).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a notice about the rule has its contents in English at the end. */
  public boolean hasEnglishAnnex(String rule) {
    return of(rule).documents().englishAnnex();
  }
}
