package io.caseclock.monitor.deadline;

import io.caseclock.monitor.timeline.Condition;
import io.caseclock.monitor.timeline.Facts;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Rule;
import java.util.List;
import java.util.Map;

/**
 * A rule of a book, ready to be asked whether it may apply in a case.
 *
 * @param ordinal its place in the book, from zero
 * @param conditions all that must hold of the facts
 * @param mustBeStated those of them that do not hold by default: the rule cannot apply in a case in
 *     which nobody has stated a value that each of them allows
 */
record Candidate(Rule rule, int ordinal, List<Condition> conditions, List<Condition> mustBeStated) {

  static Candidate of(Rule rule, int ordinal, Map<String, Fact> declared) {
    var conditions = Condition.of(rule.when(), declared);
    var mustBeStated = conditions.stream().filter(one -> !one.holdsUnsaid()).toList();
    return new Candidate(rule, ordinal, conditions, mustBeStated);
  }

  /** A rule that is taken as if its conditions were met. */
  static Candidate unconditional(Rule rule, int ordinal) {
    return new Candidate(rule, ordinal, List.of(), List.of());
  }

  /** Whether it may apply to somebody in the case at some time; false where it certainly cannot. */
  boolean mayApply(Facts facts) {
    for (var i = 0; i < mustBeStated.size(); i++) {
      if (!facts.isStated(mustBeStated.get(i))) {
        return false;
      }
    }
    return true;
  }
}
