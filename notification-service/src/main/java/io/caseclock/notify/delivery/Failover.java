package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.delivery.DeliveryQueue.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** Moves what waits for a dead channel to others, and gives up what belongs to no channel. */
public final class Failover {

  /** Why a delivery was taken back. */
  public static final String CIRCUIT_OPEN = "CIRCUIT_OPEN";

  /** Longer than a change of the configuration takes to reach every replica. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final int AT_ONCE = 200;

  private final DeliveryQueue queue;
  private final Circuits circuits;
  private final NextChannel nextChannel;

  public Failover(DeliveryQueue queue, Circuits circuits, NextChannel nextChannel) {
    this.queue = queue;
    this.circuits = circuits;
    this.nextChannel = nextChannel;
  }

  /**
   * Offers the next channel what waits for an open circuit. In the caller's transaction.
   *
   * @return how many were offered; call again while it is not 0
   */
  public int ofOpenCircuit(String channel, Instant now) {
    if (!circuits.of(channel, now).isOpen(now)) {
      return 0;
    }
    var stranded = queue.stranded(channel, AT_ONCE, now);
    if (stranded.isEmpty()) {
      return 0;
    }
    var moved = nextChannel.reroute(stranded, CIRCUIT_OPEN, now);
    var left = new HashSet<>(stranded);
    left.removeAll(moved);
    queue.takeBack(moved, CIRCUIT_OPEN, now);
    queue.keepWaiting(left);
    return stranded.size();
  }

  /**
   * Gives up what waits for a channel that the configuration no longer names. In the caller's
   * transaction.
   */
  public int ofUnknownChannels(List<String> configured, Instant now) {
    var why = new Attempt(now, DeliveryOutcome.Reason.UNKNOWN_CHANNEL.name(), false);
    var lost = queue.giveUpUnknown(configured, now.minus(GRACE), AT_ONCE, why);
    if (!lost.isEmpty()) {
      nextChannel.reroute(lost, DeliveryOutcome.Reason.UNKNOWN_CHANNEL.name(), now);
    }
    return lost.size();
  }
}
