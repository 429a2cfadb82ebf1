package io.caseclock.monitor.timeline;

import io.caseclock.pack.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition of a rule on one fact.
 *
 * @param fact its name
 * @param allowed the values with which the condition holds
 * @param holdsUnsaid whether it holds where nothing is said, by the pack's default
 */
public record Condition(String fact, Set<Object> allowed, boolean holdsUnsaid) {

  /**
   * All conditions of a rule.
   *
   * @param when as the rule states them
   * @param declared the facts that its pack knows; one that it does not know has no default
   */
  public static List<Condition> of(Map<String, Set<Object>> when, Map<String, Fact> declared) {
    List<Condition> conditions = new ArrayList<>(when.size());
    for (var one : when.entrySet()) {
      var fact = declared.get(one.getKey());
      var holdsUnsaid = fact != null && one.getValue().contains(fact.otherwise());
      conditions.add(new Condition(one.getKey(), one.getValue(), holdsUnsaid));
    }
    return List.copyOf(conditions);
  }
}
