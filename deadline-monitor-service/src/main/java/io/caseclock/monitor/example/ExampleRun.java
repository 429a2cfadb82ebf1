package io.caseclock.monitor.example;

import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.deadline.TraceStep;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Example;
import io.caseclock.pack.Mistake;
import io.caseclock.pack.Pack;
import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All examples of a pack, worked out by its own rules and calendar. */
public record ExampleRun(List<ExampleResult> results) {

  /** Every period of an example has run out by then. */
  private static final Instant LONG_AFTER = Instant.parse("2200-01-01T00:00:00Z");

  public ExampleRun {
    results = List.copyOf(results);
  }

  public static ExampleRun of(Pack pack, List<Example> examples) {
    var calendar = WorkingCalendar.of(pack);
    return new ExampleRun(
        examples.stream().map(example -> result(pack, calendar, example)).toList());
  }

  /**
   * An example as it is shown to people.
   *
   * @param steps how the engine comes to the day; empty where it cannot be worked out
   */
  public record Told(Example example, List<TraceStep> steps) {

    public Told {
      steps = List.copyOf(steps);
    }
  }

  /** The examples, each with the engine's own steps. */
  public static List<Told> told(Pack pack, List<Example> examples) {
    var calendar = WorkingCalendar.of(pack);
    return examples.stream().map(row -> new Told(row, steps(pack, calendar, row))).toList();
  }

  private static List<TraceStep> steps(Pack pack, WorkingCalendar calendar, Example row) {
    try {
      var deadlines = deadlines(pack, calendar, new WorkedExample(pack, row));
      return deadlines.isEmpty() ? List.of() : deadlines.getLast().trace();
    } catch (UnclearExampleException e) {
      return List.of();
    }
  }

  private static List<Deadline> deadlines(
      Pack pack, WorkingCalendar calendar, WorkedExample example) {
    var rule = example.rule();
    var only = RuleBook.of(pack.withRules(List.of(rule))).only(Set.of(rule.id()));
    var timeline = Timeline.of(ExampleStory.CASE, example.events());
    return new Engine(only, calendar).explain(timeline, LONG_AFTER);
  }

  private static ExampleResult result(Pack pack, WorkingCalendar calendar, Example row) {
    try {
      var example = new WorkedExample(pack, row);
      var deadlines = deadlines(pack, calendar, example);
      var many = deadlines.size() != 1 && !example.circumstances().contains("last");
      if (deadlines.isEmpty() || many) {
        return new ExampleResult.Unclear(row, "it gives " + deadlines.size() + " deadlines");
      }
      return compared(pack, row, example, deadlines.getLast());
    } catch (UnclearExampleException e) {
      return new ExampleResult.Unclear(row, e.reason());
    }
  }

  private static ExampleResult compared(
      Pack pack, Example row, WorkedExample example, Deadline deadline) {
    var mechanism = Mechanism.of(example, deadline);
    var due = deadline.state().whenDue();
    if (due.isEmpty()) {
      return new ExampleResult.Unclear(row, "the period stands still and has no due instant");
    }
    var actual = shown(due.get());
    return actual.equals(row.due())
        ? new ExampleResult.Passed(row, mechanism)
        : ExampleResult.Differs.of(row, mechanism, actual, pack.zone(), sentences(deadline));
  }

  /** Examples write the last second of the last day for periods in days. */
  private static Instant shown(Due due) {
    return due.exact() ? due.at() : due.at().minusSeconds(1);
  }

  private static List<String> sentences(Deadline deadline) {
    return deadline.trace().stream().map(step -> step.sentence().en()).toList();
  }

  /** What does not come out, in the order of the file. */
  public List<Mistake> mistakes() {
    return results.stream()
        .filter(result -> !(result instanceof ExampleResult.Passed))
        .map(ExampleResult::mistake)
        .toList();
  }

  /** How many come out, by what they prove. */
  public Map<Mechanism, Integer> passed() {
    Map<Mechanism, Integer> passed = new EnumMap<>(Mechanism.class);
    for (var result : results) {
      if (result instanceof ExampleResult.Passed proof) {
        passed.merge(proof.mechanism(), 1, Integer::sum);
      }
    }
    return passed;
  }
}
