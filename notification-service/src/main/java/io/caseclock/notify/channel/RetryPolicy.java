package io.caseclock.notify.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Growing pauses with jitter, up to a bound.
 *
 * @param first pause after the first failure; it doubles each time
 * @param longest no pause is longer, jitter aside
 * @param attempts after so many the delivery is given up, and shown
 */
public record RetryPolicy(Duration first, Duration longest, int attempts) {

  public RetryPolicy {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || attempts < 1) {
      throw new IllegalArgumentException("retries need a first pause, a longest and an attempt");
    }
  }

  /**
   * When to try again.
   *
   * @param attempt the attempt that has just failed, from 1
   * @param jitter from 0 inclusive to 1 exclusive; adds up to a quarter of the pause
   * @return empty where it is given up
   */
  public Optional<Instant> next(int attempt, Instant now, DoubleSupplier jitter) {
    if (attempt >= attempts) {
      return Optional.empty();
    }
    var doubled = first.multipliedBy(1L << Math.min(attempt - 1, 20));
    var pause = doubled.compareTo(longest) > 0 ? longest : doubled;
    var spread = (long) (pause.toMillis() * 0.25 * jitter.getAsDouble());
    return Optional.of(now.plus(pause).plusMillis(spread));
  }
}
