package io.caseclock.monitor.rulebook;

import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.TraceStep;
import io.caseclock.monitor.example.WorkedExample;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.DeadlineTrigger;
import io.caseclock.pack.Rule;
import java.util.stream.Stream;

/**
 * The deadline of another rule that starts one which no event starts. Where it is only supposed, a
 * word stands for it, and its name is put in for people.
 */
public final class OtherDeadline {

  /** The word that stands for it. */
  static final String WORD = WorkedExample.OTHER_DEADLINE;

  private static final Names UNNAMED = new Names("另一期限", "another deadline");

  private OtherDeadline() {}

  /** What the first rule that starts this one is called. */
  public static Names of(Rule rule, Law law) {
    return Stream.concat(
            rule.follows().stream().map(DeadlineTrigger::deadline), rule.dueOf().stream())
        .findFirst()
        .flatMap(law::rule)
        .map(found -> found.rule().names())
        .orElse(UNNAMED);
  }

  /** The step with the name in place of the word. */
  public static TraceStep named(TraceStep step, Names name) {
    var said = step.sentence();
    return said.zh().contains(WORD)
        ? new TraceStep(
            step.kind(),
            new Names(said.zh().replace(WORD, name.zh()), said.en().replace(WORD, name.en())),
            step.provision(),
            step.before(),
            step.after())
        : step;
  }
}
