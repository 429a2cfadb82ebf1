package io.caseclock.notify.delivery;

import java.util.List;
import java.util.Optional;

/** One queue a configured channel. */
public record ChannelQueues(List<ChannelQueue> all) {

  public ChannelQueues {
    all = List.copyOf(all);
  }

  public Optional<ChannelQueue> of(String channel) {
    return all.stream().filter(queue -> queue.id().equals(channel)).findFirst();
  }
}
