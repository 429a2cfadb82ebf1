package io.caseclock.notify.channel;

import java.time.Instant;

/** Where the in-app channel files a parcel: the addressee's inbox. */
@FunctionalInterface
public interface InboxDoor {

  /**
   * Files it in a transaction of its own; a parcel that is there already stays as it is. What it
   * throws makes the parcel be tried again.
   */
  void arrive(Parcel parcel, Instant at);
}
