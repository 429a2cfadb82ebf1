package io.caseclock.bench.scale;

import java.util.List;
import java.util.function.IntPredicate;

/** Finds the fewest cores with which nothing on a line of two stations is too late. */
record CoresWanted(Line line, int seconds, int longest) {

  private static final int MOST = 100_000;
  private static final double ROUNDING = 1e-9;

  /**
   * @param seconds how long the line is watched; what is not done by then is too late
   * @param longest how many seconds after it came, or was due, anything may be done
   */
  CoresWanted {
    if (line.stops().size() != 2) {
      throw new IllegalArgumentException("two stations, not " + line.stops().size());
    }
  }

  /**
   * Of those with the fewest in all, the one that gives the first station the fewest.
   *
   * @throws IllegalStateException where no number is enough
   */
  List<Integer> fewest() {
    var first = least(cores -> isInTime(List.of(cores, MOST)));
    var fewestAtLast = least(MOST);
    var best = List.of(first, least(first));
    while (first + 1 + fewestAtLast < sum(best)) {
      first++;
      var second = least(first);
      if (first + second < sum(best)) {
        best = List.of(first, second);
      }
    }
    return best;
  }

  private int least(int first) {
    return least(cores -> isInTime(List.of(first, cores)));
  }

  /** More cores never make anything later, so that halving finds it. */
  private static int least(IntPredicate isEnough) {
    var high = 1;
    while (!isEnough.test(high)) {
      if (high >= MOST) {
        throw new IllegalStateException("no number of cores is enough");
      }
      high = Math.min(MOST, high * 2);
    }
    var low = high / 2;
    while (high - low > 1) {
      var middle = (low + high) / 2;
      if (isEnough.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean isInTime(List<Integer> cores) {
    var courses = line.run(cores, seconds);
    var last = courses.getLast();
    var came = courses.getFirst().in();
    return last.latest() <= longest && came - last.out() <= came * ROUNDING;
  }

  private static int sum(List<Integer> cores) {
    return cores.stream().mapToInt(Integer::intValue).sum();
  }
}
