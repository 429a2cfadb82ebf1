package io.caseclock.notify.channel;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How much of a channel's queue is sent at once. Every channel has its own, so that one that is
 * dead or slow keeps nobody else waiting.
 *
 * @param batch parcels of one claim, sent at the same time
 * @param lease for how long a claim hides them; longer than the timeouts together
 * @param perMinute no more parcels in any 60 seconds, over all replicas
 */
public record Lane(Channel channel, int batch, Duration lease, OptionalInt perMinute) {

  public Lane {
    if (batch < 1 || !lease.isPositive() || (perMinute.isPresent() && perMinute.getAsInt() < 1)) {
      throw new IllegalArgumentException("a lane needs a batch, a lease and a rate above zero");
    }
  }

  public String id() {
    return channel.id();
  }
}
