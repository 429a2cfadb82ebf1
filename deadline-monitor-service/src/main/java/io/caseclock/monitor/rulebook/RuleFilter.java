package io.caseclock.monitor.rulebook;

import io.caseclock.monitor.law.Law;
import java.util.Optional;

/** Which rules are wanted; what is empty does not matter. */
public record RuleFilter(
    SearchWords words,
    Optional<String> element,
    Optional<String> pack,
    Optional<Boolean> statutory,
    Optional<String> confidence,
    Optional<String> list) {

  /** Whether the rule is one of them. */
  public boolean matches(Law.Found found) {
    var rule = found.rule();
    return is(element, rule.element())
        && is(pack, found.pack().id())
        && is(statutory, rule.statutory())
        && is(confidence, rule.confidence())
        && is(list, rule.list())
        && words.find(found);
  }

  private static <T> boolean is(Optional<T> wanted, T value) {
    return wanted.isEmpty() || wanted.get().equals(value);
  }
}
