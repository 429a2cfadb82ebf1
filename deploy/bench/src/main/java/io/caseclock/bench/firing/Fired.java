package io.caseclock.bench.firing;

/**
 * What one trial did.
 *
 * @param deadlines how many were fired
 * @param nanos from the first that was begun to the last that was committed
 */
record Fired(long deadlines, long nanos) {

  private static final double NANOS_OF_A_SECOND = 1e9;

  double perSecond() {
    return nanos == 0 ? 0 : deadlines * NANOS_OF_A_SECOND / nanos;
  }
}
