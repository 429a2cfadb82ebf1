package io.caseclock.monitor.list;

/**
 * How many out of how many, and how sure that is.
 *
 * @param count at most {@code of}
 */
public record Proportion(long count, long of) {

  /** Of fewer nothing is told: it would single out one mistake. */
  public static final long FEWEST = 5;

  /** Of 95 % on both sides together. */
  private static final double Z = 1.959963984540054;

  /**
   * The interval of Wilson (1927) at 95 %, which also holds for small numbers and for none or all.
   *
   * @param low from 0 to 1
   * @param high from 0 to 1
   */
  public record Interval(double low, double high) {}

  public Proportion {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("not a share: " + count + " of " + of);
    }
  }

  /** Whether there is enough to tell. */
  public boolean isTold() {
    return of >= FEWEST;
  }

  /** From 0 to 1 where there is nothing to be a share of. */
  public Interval interval() {
    if (of == 0) {
      return new Interval(0, 1);
    }
    var share = (double) count / of;
    var square = Z * Z / of;
    var centre = share + square / 2;
    var half = Z * Math.sqrt(share * (1 - share) / of + square / (4 * of));
    return new Interval(
        Math.max(0, (centre - half) / (1 + square)), Math.min(1, (centre + half) / (1 + square)));
  }
}
