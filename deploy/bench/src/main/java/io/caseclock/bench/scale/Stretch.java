package io.caseclock.bench.scale;

/**
 * A stretch of time in which something waited at a station at the end of each second.
 *
 * @param from its first second
 * @param peak the most that waited
 * @param peakAt the second of that
 * @param until the second by whose end nothing waited any more; -1 where something still did when
 *     the station was left
 * @param latest how many seconds after it came, or was due, the last of it was done
 */
record Stretch(int from, double peak, int peakAt, int until, int latest) {

  boolean isOver() {
    return until >= 0;
  }

  /** One second more in which something waits. */
  Stretch with(double waiting, int second, int late) {
    return waiting > peak
        ? new Stretch(from, waiting, second, until, Math.max(latest, late))
        : new Stretch(from, peak, peakAt, until, Math.max(latest, late));
  }

  /** The second in which the last of it was done. */
  Stretch overAt(int second, int late) {
    return new Stretch(from, peak, peakAt, second, Math.max(latest, late));
  }
}
