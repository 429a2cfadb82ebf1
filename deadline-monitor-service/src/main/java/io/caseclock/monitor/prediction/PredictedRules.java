package io.caseclock.monitor.prediction;

import io.caseclock.monitor.law.Law;
import io.caseclock.pack.Bound;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rules are predicted: duties that can be late, as long as a pack in force has them. */
final class PredictedRules {

  /** No minimum periods, which only time fulfils, and no rights, which nobody has to use. */
  static Set<String> of(Law law) {
    return law.rules().stream()
        .filter(found -> found.rule().bound() == Bound.MAXIMUM && !found.rule().lapses())
        .map(found -> found.rule().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Of those, the ones that people are told of. */
  static Set<String> told(Law law) {
    return of(law).stream()
        .filter(id -> law.rule(id).filter(found -> found.rule().isTold()).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private PredictedRules() {}
}
