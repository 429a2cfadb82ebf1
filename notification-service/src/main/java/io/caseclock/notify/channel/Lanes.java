package io.caseclock.notify.channel;

import java.util.List;
import java.util.Optional;

/** One lane a configured channel. */
public record Lanes(List<Lane> all) {

  public Lanes {
    all = List.copyOf(all);
  }

  public Optional<Lane> of(String channel) {
    return all.stream().filter(lane -> lane.id().equals(channel)).findFirst();
  }
}
