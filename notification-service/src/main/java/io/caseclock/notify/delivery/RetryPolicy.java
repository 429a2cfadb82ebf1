package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Growing pauses with jitter, up to a bound.
 *
 * @param backoff the pauses between attempts, jitter aside
 * @param attempts after so many failures on a channel that works otherwise, a delivery is given up
 * @param keep for how long a delivery waits for a channel that does not work at all
 */
public record RetryPolicy(Backoff backoff, int attempts, Duration keep) {

  public RetryPolicy {
    if (attempts < 1 || keep.isNegative()) {
      throw new IllegalArgumentException("retries need an attempt, and time to wait");
    }
  }

  /**
   * When to try a delivery again that has just failed.
   *
   * @param isChannelWell whether the failure is the delivery's own rather than the channel's
   * @param jitter from 0 inclusive to 1 exclusive; adds up to a quarter of the pause
   * @return empty where it is given up
   */
  public Optional<Instant> next(
      Delivery delivery, boolean isChannelWell, Instant now, DoubleSupplier jitter) {
    var isExhausted =
        isChannelWell
            ? delivery.attempt() >= attempts
            : !now.isBefore(delivery.queuedAt().plus(keep));
    return isExhausted ? Optional.empty() : Optional.of(later(delivery.attempt(), now, jitter));
  }

  private Instant later(int attempt, Instant now, DoubleSupplier jitter) {
    return now.plus(backoff.afterWithJitter(attempt, jitter.getAsDouble()));
  }
}
