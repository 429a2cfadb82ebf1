package io.caseclock.notify.packs;

import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the pack of a rule; ids of rules are unique across packs. */
public final class RulePacks {

  private final Pack first;
  private final Map<String, Pack> byRule = new HashMap<>();

  /** Refuses no pack at all. */
  public RulePacks(List<Pack> packs) {
    this.first = packs.getFirst();
    for (var pack : packs) {
      pack.rules().stream().map(Rule::id).forEach(rule -> byRule.put(rule, pack));
    }
  }

  /** The pack that has the rule; the first one where none has it, as with a finding by hand. */
  public Pack of(@Nullable String rule) {
    return rule == null ? first : byRule.getOrDefault(rule, first);
  }

  /** Whether a notice about the rule has its contents in English at the end. */
  public boolean hasEnglishAnnex(String rule) {
    return of(rule).documents().englishAnnex();
  }
}
