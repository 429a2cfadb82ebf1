package io.caseclock.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.e2e.CloudEvents;
import io.caseclock.e2e.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Calls that wait to be diverted, posted with the time of their beginning, so that one of them
 * after the other falls due at a steady pace, whatever is wrong then: of most of them somebody has
 * to be warned, of each fourth the breach has to be told and a notice issued.
 */
public final class FallingDue {

  /** How many fall due each second that something is wrong. */
  public static final int EACH_SECOND = 20;

  private static final String RULE = "incident-diversion";
  private static final Duration PERIOD = Duration.ofHours(2);
  private static final Duration WARNED_BEFORE = Duration.ofMinutes(30);
  private static final int ONE_OF_THEM_BREACHED = 4;
  private static final int BATCH = 500;

  /** Events a second that are evaluated before the first of them falls due, at the least. */
  private static final int FILED_EACH_SECOND = 200;

  private static final Duration LEAD = Duration.ofSeconds(3);

  private final Suite suite;
  private final String prefix;
  private final Span span;
  private final int number;
  private final Reckoning warned;
  private final Reckoning breached;
  private Instant from = Instant.MAX;

  /**
   * When they fall due, after they were filed.
   *
   * @param from negative for what is due already
   * @param length from the first to the last
   */
  public record Span(Duration from, Duration length) {

    public static Span of(Duration length) {
      return new Span(Duration.ZERO, length);
    }
  }

  /**
   * @param prefix of the numbers of their cases, which no other begins with
   */
  public FallingDue(Suite suite, String prefix, Span span, int number) {
    this.suite = suite;
    this.prefix = prefix;
    this.span = span;
    this.number = number;
    this.warned = new Reckoning(suite, prefix + "W", RULE);
    this.breached = new Reckoning(suite, prefix + "B", RULE);
  }

  /** Posts all, and returns once each is watched and what is due by then was told. */
  public FallingDue filed() {
    from = suite.now().plus(LEAD).plusSeconds(number / FILED_EACH_SECOND).plus(span.from());
    post(this::found);
    suite.until(this::notEvaluated, events -> events == 0);
    var before = IntStream.range(0, number).filter(this::isDue).count();
    var first = span.from().isPositive() ? 0 : 1;
    suite.until(this::told, told -> told >= Math.max(first, before));
    return this;
  }

  public int number() {
    return number;
  }

  /** Of how many somebody was told by what they wait for, the warning or the breach. */
  public long told() {
    return warned.casesWarned() + breached.casesToldOfTheBreach();
  }

  /** Waits until each was told, and fails where one was told twice. Time goes on for that. */
  public void areToldOnce() {
    if (!isDue(number - 1)) {
      suite.fastForward(Duration.between(suite.now(), dueAt(number - 1)).plusSeconds(1));
    }
    suite.until(this::told, told -> told == number);
    suite.until(breached::casesWithOneNotice, notices -> notices == breaches());
    wereToldOnce();
  }

  /** Fails where one was not told once by the message, by the notice, or by the monitor. */
  public void wereToldOnce() {
    assertThat(warned.casesWarnedOnce())
        .as("%s warned once", prefix)
        .isEqualTo(number - breaches());
    assertThat(warned.casesToldOfTheBreach()).as("%s breached", prefix).isZero();
    assertThat(breached.casesToldOfTheBreachOnce())
        .as("%s told once", prefix)
        .isEqualTo(breaches());
    assertThat(breached.casesWithOneNotice()).as("%s with a notice", prefix).isEqualTo(breaches());
    assertThat(breached.casesWarnedTwice()).as("%s warned twice", prefix).isZero();
    var alarms = DecidedAlarms.of(suite, prefix, RULE);
    assertThat(alarms.decidedTwice()).as("%s decided twice", prefix).isEmpty();
    assertThat(alarms.cases()).as("%s decided", prefix).isEqualTo(number);
  }

  /** Ends those that somebody was warned of, so that no breach of them follows. */
  public void end() {
    post(this::ended);
    suite.until(this::notEvaluated, events -> events == 0);
  }

  private long notEvaluated() {
    return warned.notEvaluated() + breached.notEvaluated();
  }

  private long breaches() {
    return IntStream.range(0, number).filter(FallingDue::isBreached).count();
  }

  private static boolean isBreached(int one) {
    return one % ONE_OF_THEM_BREACHED == 0;
  }

  private Instant dueAt(int one) {
    return from.plus(span.length().multipliedBy(one).dividedBy(number));
  }

  private boolean isDue(int one) {
    return !dueAt(one).isAfter(suite.now());
  }

  private List<Map<String, Object>> found(int one) {
    var lead = isBreached(one) ? PERIOD : PERIOD.minus(WARNED_BEFORE);
    return List.of(event(one, "incident-found-non-police", dueAt(one).minus(lead)));
  }

  private List<Map<String, Object>> ended(int one) {
    return isBreached(one)
        ? List.of()
        : List.of(
            event(one, "incident-handling-finished", suite.now()),
            event(one, "incident-feedback-entered", suite.now()));
  }

  private Map<String, Object> event(int one, String type, Instant at) {
    var caseId = prefix + (isBreached(one) ? "B" : "W") + "%06d".formatted(one);
    return CloudEvents.precinct(caseId + "-" + type, type, "case/" + caseId, at, Map.of());
  }

  private void post(IntFunction<List<Map<String, Object>>> events) {
    for (var first = 0; first < number; first += BATCH) {
      List<Map<String, Object>> batch = new ArrayList<>();
      for (var one = first; one < Math.min(number, first + BATCH); one++) {
        batch.addAll(events.apply(one));
      }
      suite.until(() -> suite.post(batch), answer -> answer.status() == 200);
    }
  }
}
