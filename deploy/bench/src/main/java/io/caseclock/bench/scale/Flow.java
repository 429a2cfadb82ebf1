package io.caseclock.bench.scale;

/**
 * What comes, evenly over a span.
 *
 * @param from a second, counted from midnight of the first day; inclusive
 * @param until exclusive
 * @param total how much comes in all
 */
record Flow(Kind kind, int from, int until, double total) {

  Flow {
    if (from < 0 || until <= from || total < 0) {
      throw new IllegalArgumentException(kind + " " + total + " from " + from + " to " + until);
    }
  }

  /** What comes in one second. */
  double at(int second) {
    return second >= from && second < until ? total / (until - from) : 0;
  }
}
