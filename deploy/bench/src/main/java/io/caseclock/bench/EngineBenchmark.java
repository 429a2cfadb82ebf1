package io.caseclock.bench;

import io.caseclock.bench.others.DmnCase;
import io.caseclock.bench.others.DmnSide;
import io.caseclock.bench.others.DroolsSide;
import io.caseclock.bench.others.PlainCase;
import io.caseclock.bench.others.PlainDeadline;
import io.caseclock.bench.others.PlainLaw;
import io.caseclock.contract.CaseEvent;
import io.caseclock.local.secondengine.NaiveDeadline;
import io.caseclock.local.secondengine.NaiveLaw;
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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/**
 * One case of twenty events against the police pack, on one core: what the engine does, and beside
 * it what others do with the same case and the same rules.
 *
 * <p>{@link #naiveLoop} gives the same deadlines of the whole pack as {@link #timelineAndEvaluate},
 * as the second engine of the tests finds them. It knows nothing of withdrawn events, strangers,
 * and limits, looks for no rules that start when another deadline passes or is met, and names no
 * events that contributed: all this is left in its favour.
 *
 * <p>The methods that end in {@code PlainRules} do with the rules that a general engine can state
 * without code of its own for the law (see {@link PlainLaw}), and find the same deadlines of the
 * case by them. {@link #droolsPlainRules} and {@link #dmnPlainRules} get events and facts ready
 * made, tell no events that contributed, and take the last statement of a fact for all time: left
 * in their favour. Their figures say nothing of what else a general engine can do.
 *
 * <p>Where results differ, nothing is measured.
 */
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

  /** The plain rules of the pack, and the case as it is put to other engines. */
  @State(Scope.Benchmark)
  public static class Plain {

    private final Pack law =
        PlainLaw.of(PackReader.require(PackFiles.shipped("cn-public-security")));
    private final Timeline timeline = Timeline.of(TheftCase.ID, TheftCase.events());
    private final PlainCase given = PlainCase.of(timeline, law.zone());
    private final Engine engine = new Engine(RuleBook.of(law), WorkingCalendar.of(law));

    /** Says what is measured. */
    @Setup
    public void describe() {
      System.out.printf(
          "%n# %d plain rules, %d deadlines%n",
          law.rules().size(), engine.evaluate(timeline, NOW).size());
    }
  }

  /** The same rules in Drools. */
  @State(Scope.Benchmark)
  public static class Drools {

    private @Nullable DroolsSide side;

    /** Compiles the rules, and ends where they lead to something else. */
    @Setup
    public void compile(Plain plain) {
      side = new DroolsSide(plain.law);
      requireSame(
          PlainDeadline.sorted(side.deadlines(plain.given, NOW)),
          PlainDeadline.of(plain.engine.evaluate(plain.timeline, NOW)));
    }

    private DroolsSide side() {
      return Objects.requireNonNull(side);
    }
  }

  /** The same rules in decision tables. */
  @State(Scope.Benchmark)
  public static class Dmn {

    private @Nullable DmnSide side;
    private @Nullable DmnCase given;

    /** Builds the tables, and ends where they lead to something else. */
    @Setup
    public void build(Plain plain) {
      side = new DmnSide(plain.law);
      given = DmnCase.of(plain.given, plain.law);
      requireSame(
          PlainDeadline.sorted(deadlines()),
          PlainDeadline.of(plain.engine.evaluate(plain.timeline, NOW)));
    }

    private List<PlainDeadline> deadlines() {
      return Objects.requireNonNull(side).deadlines(Objects.requireNonNull(given), NOW);
    }
  }

  /** Says what is measured, and ends where the naive loop finds something else. */
  @Setup
  public void describe() {
    var deadlines = engine.evaluate(timeline, NOW);
    requireSame(
        Set.copyOf(naiveLoop()),
        deadlines.stream().map(NaiveDeadline::of).collect(Collectors.toSet()));
    System.out.printf(
        "%n# %d events, %d rules, %d deadlines%n",
        timeline.events().size(), pack.rules().size(), deadlines.size());
    deadlines.forEach(
        deadline ->
            System.out.println(
                "#   " + deadline.key().rule() + " " + deadline.state().status().wire()));
  }

  private static void requireSame(Object found, Object expected) {
    if (!found.equals(expected)) {
      throw new IllegalStateException("found " + found + " instead of " + expected);
    }
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

  /** Every rule through all events, from the stored events on. */
  @Benchmark
  public List<NaiveDeadline> naiveLoop() {
    return NaiveLaw.deadlines(pack, events, NOW);
  }

  /** What {@link #evaluate} does, with the plain rules alone. */
  @Benchmark
  public List<Deadline> evaluatePlainRules(Plain plain) {
    return plain.engine.evaluate(plain.timeline, NOW);
  }

  /** The second engine with the plain rules alone. */
  @Benchmark
  public List<NaiveDeadline> naiveLoopPlainRules(Plain plain) {
    return NaiveLaw.deadlines(plain.law, events, NOW);
  }

  /** Drools with the plain rules. */
  @Benchmark
  public List<PlainDeadline> droolsPlainRules(Plain plain, Drools drools) {
    return drools.side().deadlines(plain.given, NOW);
  }

  /** Decision tables with the plain rules. */
  @Benchmark
  public List<PlainDeadline> dmnPlainRules(Plain plain, Dmn dmn) {
    return dmn.deadlines();
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
