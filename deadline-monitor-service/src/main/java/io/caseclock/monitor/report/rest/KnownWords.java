package io.caseclock.monitor.report.rest;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.pack.Match;
import io.caseclock.pack.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What may stand for a unit, a rule, a list, an element or a severity: what the directory and the
 * packs know.
 */
final class KnownWords {

  private final Law law;
  private final Directory directory;

  KnownWords(Law law, Directory directory) {
    this.law = law;
    this.directory = directory;
  }

  @Nullable String unit(@Nullable String unit) {
    var asked = Parameters.optionalIdentifier("unit", unit);
    if (asked != null && directory.unit(asked).isEmpty()) {
      throw Parameters.refused("unit", "the id of a unit of the directory");
    }
    return asked;
  }

  @Nullable String rule(@Nullable String rule) {
    Set<String> known = new TreeSet<>();
    law.rules().forEach(found -> known.add(found.rule().id()));
    return Parameters.oneOf("rule", rule, known);
  }

  /** The rules that set the duty; none where no duty is asked for. */
  Set<String> rulesOfDuty(@Nullable String duty) {
    Map<String, Set<String>> rules = new TreeMap<>();
    law.rules()
        .forEach(
            found ->
                rules
                    .computeIfAbsent(found.rule().duty(), unknown -> new TreeSet<>())
                    .add(found.rule().id()));
    Parameters.oneOf("duty", duty, rules.keySet());
    return duty == null ? Set.of() : rules.getOrDefault(duty, Set.of());
  }

  /** A list of any pack, declared or named by a rule. */
  @Nullable String list(@Nullable String list) {
    Set<String> known = new TreeSet<>();
    law.packs().forEach(pack -> known.addAll(pack.pack().lists().keySet()));
    law.rules().forEach(found -> known.add(found.rule().list()));
    return Parameters.oneOf("list", list, known);
  }

  Set<String> elements(List<String> elements) {
    return Parameters.someOf("element", elements, Rule.ELEMENTS);
  }

  Set<String> severities(List<String> severities) {
    return Parameters.someOf("severity", severities, Match.SEVERITIES);
  }
}
