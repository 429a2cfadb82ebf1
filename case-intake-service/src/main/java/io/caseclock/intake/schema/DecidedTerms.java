package io.caseclock.intake.schema;

import io.caseclock.pack.Pack;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import io.caseclock.pack.TermBounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which terms rules allow that are decided in the case. A term is allowed if one of the rules that
 * its event may start allows it in one of its versions: which rule it will be depends on facts that
 * may be stated later.
 */
public final class DecidedTerms {

  private record Allowed(Term.Unit unit, TermBounds bounds) {}

  private final Map<String, List<Allowed>> byType = new HashMap<>();
  private final Set<String> unbounded = new HashSet<>();

  DecidedTerms(List<Pack> packs) {
    for (var pack : packs) {
      for (var rule : pack.rules()) {
        for (var type : rule.starts()) {
          rule.versions().forEach(version -> add(type, version));
        }
      }
    }
  }

  private void add(String type, RuleVersion version) {
    var bounds = version.term();
    if (bounds == null) {
      unbounded.add(type);
    } else {
      byType
          .computeIfAbsent(type, any -> new ArrayList<>())
          .add(new Allowed(version.period().unit(), bounds));
    }
  }

  /** Whether an event of this type starts a period, so that its {@code term} is one. */
  public boolean isTermOf(String type) {
    return unbounded.contains(type) || byType.containsKey(type);
  }

  /**
   * Whether a term may come with an event of this type.
   *
   * @throws IllegalArgumentException where it is no ISO 8601 period of one unit
   */
  public boolean allows(String type, String term) {
    var read = Term.ofIso(term, Term.Unit.CALENDAR_DAYS);
    return unbounded.contains(type)
        || byType.getOrDefault(type, List.of()).stream()
            .anyMatch(allowed -> allowed.bounds().allows(inUnitOf(allowed, term, read)));
  }

  private static Term inUnitOf(Allowed allowed, String term, Term read) {
    return read.unit() == Term.Unit.CALENDAR_DAYS ? Term.ofIso(term, allowed.unit()) : read;
  }
}
