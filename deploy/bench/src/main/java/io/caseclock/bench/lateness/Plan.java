package io.caseclock.bench.lateness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When which deadline is due, as a duration after the first: some to warm up, then stretch by
 * stretch with a steady rate each and a pause between.
 */
record Plan(List<Stretch> stretches) {

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int WARM_UP_SECONDS = 5;
  private static final int MOST_TO_WARM_UP = 100;
  private static final long NANOS = 1_000_000_000;

  /**
   * Deadlines that are due one after another.
   *
   * @param perSecond how many are due each second; those of the first stretch are not counted
   * @param firstNumber the number of the first of them, counted over all stretches
   */
  record Stretch(int perSecond, int seconds, int firstNumber, Duration begins) {

    int deadlines() {
      return perSecond * seconds;
    }

    boolean holds(int number) {
      return number >= firstNumber && number < firstNumber + deadlines();
    }

    private Duration after(int number) {
      return begins.plusNanos((number - firstNumber) * NANOS / perSecond);
    }
  }

  /** One stretch for each rate, after a slow one that warms up. */
  static Plan of(List<Integer> rates, int seconds) {
    List<Stretch> stretches = new ArrayList<>();
    var slowly = Math.min(rates.getFirst(), MOST_TO_WARM_UP);
    var next = new Stretch(slowly, WARM_UP_SECONDS, 0, Duration.ZERO);
    stretches.add(next);
    for (var rate : rates) {
      next =
          new Stretch(
              rate,
              seconds,
              next.firstNumber() + next.deadlines(),
              next.begins().plusSeconds(next.seconds()).plus(PAUSE));
      stretches.add(next);
    }
    return new Plan(stretches);
  }

  /** The stretches that count. */
  List<Stretch> measured() {
    return stretches.subList(1, stretches.size());
  }

  /** After the first due instant, by the number of the deadline. */
  List<Duration> all() {
    return stretches.stream()
        .flatMap(
            stretch ->
                IntStream.range(stretch.firstNumber(), stretch.firstNumber() + stretch.deadlines())
                    .mapToObj(stretch::after))
        .toList();
  }
}
