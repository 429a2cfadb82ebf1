package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Channel;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How much of what waits for a channel is sent at once. Every channel has its own queue, so that
 * one that is dead or slow keeps nobody else waiting.
 *
 * @param batch deliveries of one claim, sent at the same time
 * @param lease for how long a claim hides them; longer than the timeouts together
 * @param perMinute no more deliveries in any 60 seconds, over all replicas
 */
public record ChannelQueue(Channel channel, int batch, Duration lease, OptionalInt perMinute) {

  public ChannelQueue {
    if (batch < 1 || !lease.isPositive() || (perMinute.isPresent() && perMinute.getAsInt() < 1)) {
      throw new IllegalArgumentException("a queue needs a batch, a lease and a rate above zero");
    }
  }

  public String id() {
    return channel.id();
  }
}
