package io.caseclock.notify.channel;

import java.time.Instant;

/** Where the in-app channel files a delivery: the addressee's inbox. */
@FunctionalInterface
public interface InboxDoor {

  /**
   * Files it in a transaction of its own; a delivery that is there already stays as it is. What it
   * throws makes the delivery be tried again.
   */
  void arrive(Delivery delivery, Instant at);
}
