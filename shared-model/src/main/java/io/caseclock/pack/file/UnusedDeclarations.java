package io.caseclock.pack.file;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Notes what a pack declares and never uses: odd, but no mistake. */
final class UnusedDeclarations {

  private final PackReader.LocatedPack located;
  private final Mistakes notes;

  UnusedDeclarations(PackReader.LocatedPack located, Mistakes notes) {
    this.located = located;
    this.notes = notes;
  }

  void look() {
    Set<String> types = new HashSet<>();
    Set<String> facts = new HashSet<>(Set.of("custody"));
    for (var rule : located.pack().rules()) {
      types.addAll(rule.eventTypes());
      facts.addAll(rule.when().keySet());
    }
    for (var task : located.pack().tasks()) {
      types.add(task.done());
      Optional.ofNullable(task.unsatisfied()).ifPresent(types::add);
    }
    for (var place : located.eventTypes()) {
      var type = place.textOr("type", "");
      if (!types.contains(type)) {
        notes.add(place.file(), place.lineOf("type"), "no rule uses the event '" + type + "'");
      }
    }
    located.pack().facts().keySet().stream()
        .filter(fact -> !facts.contains(fact))
        .forEach(fact -> notes.add("facts.yaml", 0, "no rule asks for the fact '" + fact + "'"));
  }
}
