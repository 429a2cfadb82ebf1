package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.delivery.Deliveries.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** Sends what a dead channel holds up another way, and gives up what belongs to no channel. */
public final class DivertStranded {

  /** Why a delivery was taken back. */
  public static final String CIRCUIT_OPEN = "CIRCUIT_OPEN";

  /** Longer than a change of the configuration takes to reach every replica. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final int AT_ONCE = 200;

  private final Deliveries deliveries;
  private final DeliveryQueue queue;
  private final Circuits circuits;
  private final Undelivered undelivered;

  public DivertStranded(
      Deliveries deliveries, DeliveryQueue queue, Circuits circuits, Undelivered undelivered) {
    this.deliveries = deliveries;
    this.queue = queue;
    this.circuits = circuits;
    this.undelivered = undelivered;
  }

  /**
   * Offers what waits for an open circuit to whoever knows another way. In the caller's
   * transaction.
   *
   * @return how many were offered; call again while it is not 0
   */
  public int strandedBy(String channel, Instant now) {
    if (!circuits.of(channel, now).isOpen(now)) {
      return 0;
    }
    var stranded = deliveries.stranded(channel, AT_ONCE, now);
    if (stranded.isEmpty()) {
      return 0;
    }
    var moved = undelivered.onward(stranded, CIRCUIT_OPEN, now);
    var left = new HashSet<>(stranded);
    left.removeAll(moved);
    queue.takeBack(moved, CIRCUIT_OPEN, now);
    deliveries.stay(left);
    return stranded.size();
  }

  /**
   * Gives up what waits for a channel that the configuration no longer names. In the caller's
   * transaction.
   */
  public int ofUnknownChannels(List<String> configured, Instant now) {
    var why = new Tried(now, DeliveryOutcome.Reason.UNKNOWN_CHANNEL.name(), false);
    var lost = deliveries.giveUpUnknown(configured, now.minus(GRACE), AT_ONCE, why);
    if (!lost.isEmpty()) {
      undelivered.onward(lost, DeliveryOutcome.Reason.UNKNOWN_CHANNEL.name(), now);
    }
    return lost.size();
  }
}
