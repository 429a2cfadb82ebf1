package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import io.caseclock.e2e.faults.FallingDue.Span;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A load that goes on while something is wrong for a while and one thing after the other falls due,
 * and what became of it.
 */
final class Trial {

  static final int FEW_CASES = 10;

  private static final boolean IN_FULL = "full".equals(System.getProperty("caseclock.faults"));
  private static final int EVENTS_PER_SECOND = IN_FULL ? 200 : 100;
  private static final Duration IN_SHORT = Duration.ofSeconds(5);

  /** So much of what is offered has to be accepted where intake takes events all the same. */
  private static final double HELD = 0.75;

  /** For so long something falls due after it is over. */
  static final Duration RECOVERY = Duration.ofSeconds(10);

  private final Suite suite;
  private final String name;
  private final SteadyLoad load;
  private final boolean movesTime;
  private @Nullable FallingDue due;
  private int casesTakenMeanwhile;
  private long toldMeanwhile;
  private Duration lasted = Duration.ZERO;

  /** What goes wrong. */
  @FunctionalInterface
  interface Ordeal {

    /** Lasts that long and is over when it returns. */
    void inflict(Suite suite, Duration time) throws Exception;
  }

  /**
   * @param name no other of the suite begins with it
   */
  Trial(Suite suite, String name) {
    this(suite, name, EVENTS_PER_SECOND, aRightClock(suite), false);
  }

  /** One whose load goes by the suite's clock, which is moved until its own cases fall due. */
  static Trial inTheSuitesTime(Suite suite, String name, int eventsPerSecond) {
    return new Trial(suite, name, eventsPerSecond, suite.stack().clock()::offset, true);
  }

  private Trial(
      Suite suite, String name, int eventsPerSecond, Supplier<Duration> ahead, boolean movesTime) {
    this.suite = suite;
    this.name = name;
    this.load = new SteadyLoad(suite, prefix(), eventsPerSecond, ahead);
    this.movesTime = movesTime;
  }

  /** As far ahead as the suite is now, whatever becomes of the suite's clock. */
  private static Supplier<Duration> aRightClock(Suite suite) {
    var ahead = suite.stack().clock().offset();
    return () -> ahead;
  }

  /** How long something lasts: that long in the long form, and otherwise a few seconds. */
  static Duration inFull(Duration time) {
    return inFull(time, IN_SHORT);
  }

  static Duration inFull(Duration time, Duration inShort) {
    return IN_FULL ? time : inShort;
  }

  void run(Ordeal ordeal, Duration time) throws Exception {
    run(ordeal, time, Span.of(time.plus(RECOVERY)));
  }

  /**
   * Ends when all that was accepted is evaluated and all that fell due was told, and fails where
   * any of it was not, or twice.
   *
   * @param span in which it falls due, as much as if it were {@code time}
   */
  void run(Ordeal ordeal, Duration time, Span span) throws Exception {
    due = movesTime ? null : file(time, span);
    load.start();
    long over;
    try (load) {
      suite.until(load::cases, cases -> cases >= FEW_CASES);
      var before = load.cases();
      var toldBefore = told();
      var began = System.nanoTime();
      ordeal.inflict(suite, time);
      over = System.nanoTime();
      lasted = Duration.ofNanos(over - began);
      var after = load.cases();
      casesTakenMeanwhile = after - before;
      toldMeanwhile = told() - toldBefore;
      suite.until(load::cases, cases -> cases >= after + FEW_CASES);
    }
    var takenIn = Duration.ofNanos(System.nanoTime() - over);
    suite.until(reckoning()::notEvaluated, events -> events == 0);
    tell(takenIn, Duration.ofNanos(System.nanoTime() - over));

    assertThat(reckoning().accepted()).isEqualTo(load.events());
    assertThat(reckoning().casesWithTheirDeadline()).isEqualTo(load.cases());
    due().ifPresent(FallingDue::areToldOnce);
    due().ifPresent(FallingDue::end);
  }

  private FallingDue file(Duration time, Span span) {
    var number = (int) time.plus(RECOVERY).toSeconds() * FallingDue.EACH_SECOND;
    return new FallingDue(suite, "A98" + shortName(), span, number).filed();
  }

  private void tell(Duration takenIn, Duration evaluated) {
    System.out.printf(
        "%s for %.1f s: %d events accepted, %.0f a second meanwhile, %d batches sent again, longest"
            + " pause %.1f s; when it was over, intake took events after %.1f s, all were evaluated"
            + " after %.1f s%n",
        name,
        seconds(lasted),
        load.events(),
        acceptedEachSecond(),
        load.refusals(),
        seconds(load.longestPause()),
        seconds(takenIn),
        seconds(evaluated));
    due()
        .ifPresent(
            due ->
                System.out.printf(
                    "%s: of %d that fell due %d were told meanwhile%n",
                    name, due.number(), toldMeanwhile));
  }

  /** What intake takes in while it is wrong is what was offered. */
  void holdsItsLoad() {
    assertThat(casesTakenMeanwhile).isGreaterThan(FEW_CASES);
    assertThat(acceptedEachSecond())
        .as("%s: events accepted a second", name)
        .isGreaterThan(HELD * EVENTS_PER_SECOND);
  }

  /** Something was refused, or waited for half of the time. */
  void isFelt() {
    if (load.refusals() == 0) {
      assertThat(load.longestPause())
          .as("%s: longest pause without a refusal", name)
          .isGreaterThan(lasted.dividedBy(2));
    }
  }

  private double acceptedEachSecond() {
    return casesTakenMeanwhile * SteadyLoad.EVENTS_PER_CASE / seconds(lasted);
  }

  SteadyLoad load() {
    return load;
  }

  /** What falls due by itself; empty where what goes wrong moves the time until cases do. */
  Optional<FallingDue> due() {
    return Optional.ofNullable(due);
  }

  int casesTakenMeanwhile() {
    return casesTakenMeanwhile;
  }

  /** Of how many that fell due somebody was told while it was wrong. */
  long toldMeanwhile() {
    return toldMeanwhile;
  }

  private long told() {
    return due().map(FallingDue::told).orElse(0L);
  }

  Reckoning reckoning() {
    return new Reckoning(suite, prefix());
  }

  @Override
  public String toString() {
    return name;
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private String prefix() {
    return "A99" + shortName();
  }

  private String shortName() {
    return name.replace("_", "");
  }
}
