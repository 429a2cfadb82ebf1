package io.caseclock.notify.delivery;

import java.util.List;

/** One queue for each configured channel. */
public record ChannelQueues(List<ChannelQueue> all) {

  public ChannelQueues {
    all = List.copyOf(all);
  }
}
