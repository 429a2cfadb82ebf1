package io.caseclock.bench;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.time.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One case of twenty events against the whole police pack, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class EngineBenchmark {

  private static final Instant NOW = Instant.parse("2026-06-10T02:00:00Z");

  private final Pack pack = PackReader.require(PackFiles.shipped("cn-public-security"));
  private final List<CaseEvent> events = TheftCase.events();
  private final Timeline timeline = Timeline.of(TheftCase.ID, events);
  private final Engine engine = new Engine(RuleBook.of(pack), WorkingCalendar.of(pack));
  private final Engine engineOfWhatStarts =
      new Engine(RuleBook.of(pack).only(started()), WorkingCalendar.of(pack));

  /** Says what is measured. */
  @Setup
  public void describe() {
    var deadlines = engine.evaluate(timeline, NOW);
    System.out.printf(
        "%n# %d events, %d rules, %d deadlines%n",
        timeline.events().size(), pack.rules().size(), deadlines.size());
    deadlines.forEach(
        deadline ->
            System.out.println(
                "#   " + deadline.key().rule() + " " + deadline.state().status().wire()));
  }

  private Set<String> started() {
    return engine.evaluate(timeline, NOW).stream()
        .map(deadline -> deadline.rule().id())
        .collect(Collectors.toSet());
  }

  /** What the monitor does for each event that arrives. */
  @Benchmark
  public List<Deadline> evaluate() {
    return engine.evaluate(timeline, NOW);
  }

  /** The same from the stored events on. */
  @Benchmark
  public List<Deadline> timelineAndEvaluate() {
    return engine.evaluate(Timeline.of(TheftCase.ID, events), NOW);
  }

  /** The same with every sentence of every trace. */
  @Benchmark
  public List<Deadline> explain() {
    return engine.explain(timeline, NOW);
  }

  /** Nothing but the rules that apply, their conditions taken as met: what the others cost. */
  @Benchmark
  public List<Deadline> evaluateOnlyWhatApplies() {
    return engineOfWhatStarts.evaluate(timeline, NOW);
  }

  /** What looking through all rules, instead of looking them up by event type, would add. */
  @Benchmark
  public int scanAllRules() {
    var found = 0;
    for (var rule : pack.rules()) {
      found += isStarted(rule) ? 1 : 0;
    }
    return found;
  }

  private boolean isStarted(Rule rule) {
    for (var type : rule.starts()) {
      if (timeline.types().contains(type)) {
        return true;
      }
    }
    return false;
  }
}
