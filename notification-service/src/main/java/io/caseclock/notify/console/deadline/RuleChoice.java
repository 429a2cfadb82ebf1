package io.caseclock.notify.console.deadline;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.PackNames;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the rule that somebody means who types: an id, a name, or a part of exactly one name. */
final class RuleChoice {

  static Optional<String> find(String typed, PackNames names) {
    if (names.rules().containsKey(typed)) {
      return Optional.of(typed);
    }
    var wanted = lower(typed);
    return only(names, name -> lower(name).equals(wanted))
        .or(() -> only(names, name -> lower(name).contains(wanted)));
  }

  /** Empty where none fits, and where several do. */
  private static Optional<String> only(PackNames names, Predicate<String> fits) {
    List<String> found =
        names.rules().entrySet().stream()
            .filter(one -> fits(one, fits))
            .map(Entry::getKey)
            .limit(2)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean fits(Entry<String, Names> rule, Predicate<String> fits) {
    return fits.test(rule.getValue().zh()) || fits.test(rule.getValue().en());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private RuleChoice() {}
}
