package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.Suite;
import java.time.Duration;
import java.util.function.Supplier;

/** A load that goes on while something is wrong for a while, and what became of it. */
final class Trial {

  static final int FEW_CASES = 10;

  private static final boolean IN_FULL = "full".equals(System.getProperty("caseclock.faults"));
  private static final int EVENTS_PER_SECOND = IN_FULL ? 200 : 100;
  private static final Duration IN_SHORT = Duration.ofSeconds(5);

  private final Suite suite;
  private final String name;
  private final SteadyLoad load;
  private int casesTakenMeanwhile;

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
    this(suite, name, EVENTS_PER_SECOND, aRightClock(suite));
  }

  /** One whose load goes by the clock of the suite also when that is moved. */
  static Trial inTheSuitesTime(Suite suite, String name, int eventsPerSecond) {
    return new Trial(suite, name, eventsPerSecond, suite.stack().clock()::offset);
  }

  private Trial(Suite suite, String name, int eventsPerSecond, Supplier<Duration> ahead) {
    this.suite = suite;
    this.name = name;
    this.load = new SteadyLoad(suite, prefix(), eventsPerSecond, ahead);
  }

  /** As far ahead as the suite is now, whatever becomes of the suite's clock. */
  private static Supplier<Duration> aRightClock(Suite suite) {
    var ahead = suite.stack().clock().offset();
    return () -> ahead;
  }

  /** How long something lasts: that long in the long form, and otherwise a few seconds. */
  static Duration inFull(Duration time) {
    return IN_FULL ? time : IN_SHORT;
  }

  /** Ends when all that was accepted is evaluated, and fails where any of it was not, or twice. */
  void run(Ordeal ordeal, Duration time) throws Exception {
    load.start();
    long over;
    try (load) {
      suite.until(load::cases, cases -> cases >= FEW_CASES);
      var before = load.cases();
      ordeal.inflict(suite, time);
      over = System.nanoTime();
      var after = load.cases();
      casesTakenMeanwhile = after - before;
      suite.until(load::cases, cases -> cases >= after + FEW_CASES);
    }
    var takenIn = Duration.ofNanos(System.nanoTime() - over);
    suite.until(reckoning()::notEvaluated, events -> events == 0);
    var evaluated = Duration.ofNanos(System.nanoTime() - over);

    System.out.printf(
        "%s for %d s: %d events accepted, %d batches sent again, longest pause %.1f s; when it was"
            + " over, intake took events after %.1f s, all were evaluated after %.1f s%n",
        name,
        time.toSeconds(),
        load.events(),
        load.refusals(),
        seconds(load.longestPause()),
        seconds(takenIn),
        seconds(evaluated));
    assertThat(reckoning().accepted()).isEqualTo(load.events());
    assertThat(reckoning().casesWithTheirDeadline()).isEqualTo(load.cases());
  }

  SteadyLoad load() {
    return load;
  }

  int casesTakenMeanwhile() {
    return casesTakenMeanwhile;
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
    return "A99" + name.replace("_", "");
  }
}
