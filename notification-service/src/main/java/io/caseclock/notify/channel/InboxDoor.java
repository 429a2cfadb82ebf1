package io.caseclock.notify.channel;

import java.time.Instant;

/** Where the in-app channel files a parcel: the addressee's inbox. */
@FunctionalInterface
public interface InboxDoor {

  /** Files it; a parcel that is there already stays as it is. */
  void arrive(Parcel parcel, Instant at);
}
