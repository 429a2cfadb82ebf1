package io.caseclock.admission;

/**
 * How much a name may send.
 *
 * @param perSecond what it may send for ever, each second; at least 1
 * @param burst what it may send at once after a pause; at least 1
 */
public record RateLimit(long perSecond, long burst) {

  public RateLimit {
    if (perSecond < 1 || burst < 1) {
      throw new IllegalArgumentException("an allowance is at least 1 a second and 1 at once");
    }
  }
}
