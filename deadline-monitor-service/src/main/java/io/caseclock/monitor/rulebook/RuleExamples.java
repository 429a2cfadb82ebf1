package io.caseclock.monitor.rulebook;

import io.caseclock.monitor.example.ExampleRun;
import io.caseclock.pack.Example;
import io.caseclock.pack.Pack;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The worked examples that the packs in force carry. */
public final class RuleExamples {

  /** So many of one rule are told at most. */
  public static final int MOST = 20;

  private final Map<String, List<Example>> byRule;

  public RuleExamples(List<Example> examples) {
    this.byRule = examples.stream().collect(Collectors.groupingBy(Example::rule));
  }

  /**
   * Those of one rule, in the order of the pack, each with what the engine makes of it today.
   *
   * @param pack the pack that the rule belongs to
   */
  public List<ExampleRun.Told> of(String rule, Pack pack) {
    return ExampleRun.told(
        pack, byRule.getOrDefault(rule, List.of()).stream().limit(MOST).toList());
  }

  /** How many there are of a rule. */
  public int numberOf(String rule) {
    return byRule.getOrDefault(rule, List.of()).size();
  }
}
