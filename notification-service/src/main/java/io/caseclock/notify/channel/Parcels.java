package io.caseclock.notify.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue of parcels, shared by all replicas. */
public interface Parcels {

  /**
   * Takes up to {@code limit} that are due and hides them from others for the lease; whoever dies
   * with one leaves it to be sent again after that.
   */
  List<Parcel> claim(int limit, Instant now, Duration lease);

  void delivered(Parcel parcel, Instant at);

  /**
   * @param next when to try again; null where it is given up
   */
  void failed(Parcel parcel, String reason, @Nullable Instant next, Instant at);
}
