package io.caseclock.notify.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue of parcels as its senders see it, shared by all replicas. */
public interface Parcels {

  /**
   * Takes up to {@code limit} of a channel that are due and hides them from others for the lease;
   * whoever dies with one leaves it to be sent again after that.
   */
  List<Parcel> claim(String channel, int limit, Instant now, Duration lease);

  void delivered(Parcel parcel, Instant at);

  /**
   * @param next when to try again; null where it is given up
   * @param mayHaveArrived whether this attempt is no proof that nothing arrived
   */
  void failed(
      Parcel parcel, String reason, boolean mayHaveArrived, @Nullable Instant next, Instant at);
}
