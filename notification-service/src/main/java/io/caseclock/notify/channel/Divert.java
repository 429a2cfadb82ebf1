package io.caseclock.notify.channel;

import io.caseclock.notify.channel.Parcels.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** Sends what a dead channel holds up another way, and gives up what belongs to no channel. */
public final class Divert {

  /** Why a parcel was taken back. */
  public static final String CIRCUIT_OPEN = "CIRCUIT_OPEN";

  /** Longer than a change of the configuration takes to reach every replica. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final int AT_ONCE = 200;

  private final Parcels parcels;
  private final ParcelQueue queue;
  private final Circuits circuits;
  private final Undelivered undelivered;

  public Divert(Parcels parcels, ParcelQueue queue, Circuits circuits, Undelivered undelivered) {
    this.parcels = parcels;
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
    var stranded = parcels.stranded(channel, AT_ONCE, now);
    if (stranded.isEmpty()) {
      return 0;
    }
    var moved = undelivered.onward(stranded, CIRCUIT_OPEN, now);
    var left = new HashSet<>(stranded);
    left.removeAll(moved);
    queue.takeBack(moved, CIRCUIT_OPEN, now);
    parcels.stay(left);
    return stranded.size();
  }

  /**
   * Gives up what waits for a channel that the configuration no longer names. In the caller's
   * transaction.
   */
  public int ofUnknownChannels(List<String> configured, Instant now) {
    var why = new Tried(now, Delivery.Reason.UNKNOWN_CHANNEL.name(), false);
    var lost = parcels.giveUpUnknown(configured, now.minus(GRACE), AT_ONCE, why);
    if (!lost.isEmpty()) {
      undelivered.onward(lost, Delivery.Reason.UNKNOWN_CHANNEL.name(), now);
    }
    return lost.size();
  }
}
