package io.caseclock.bench.lateness;

import io.caseclock.bench.lateness.Plan.Stretch;
import io.caseclock.bench.statistics.Timings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * How long after its due instant something was there: always from the instant of the plan, however
 * far behind the services are.
 *
 * @param dueAt when each is due, as {@link System#nanoTime()} counts
 * @param numbers the place of each deadline in the plan, by its id
 */
record Lateness(Plan plan, List<Long> dueAt, Map<String, Integer> numbers) {

  Lateness(Plan plan, long first, Map<String, Integer> numbers) {
    this(plan, plan.all().stream().map(later -> first + later.toNanos()).toList(), numbers);
  }

  /**
   * @param things what was there, among it that of other stretches and of other deadlines
   * @param deadline the id of the deadline that a thing is about
   * @param thereAt when it was there, as {@link System#nanoTime()} counts
   */
  <T> Timings of(
      Stretch stretch, Stream<T> things, Function<T, String> deadline, ToLongFunction<T> thereAt) {
    return new Timings(
        things
            .filter(thing -> numbers.containsKey(deadline.apply(thing)))
            .filter(thing -> stretch.holds(number(deadline.apply(thing))))
            .map(thing -> thereAt.applyAsLong(thing) - dueAt.get(number(deadline.apply(thing))))
            .toList());
  }

  private int number(String deadline) {
    return Objects.requireNonNull(numbers.get(deadline));
  }
}
