package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.NewDelivery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where the business transaction leaves what shall be sent, and takes it back. */
public interface DeliveryQueue {

  /** In the caller's transaction; a repetition changes nothing. */
  void add(NewDelivery delivery);

  /**
   * Takes back what waits for a channel and has certainly reached nobody: personal deliveries that
   * were never tried or whose every attempt certainly failed, and that nobody is sending now.
   *
   * @return the ids of what was taken back; nobody sends them any more
   */
  List<String> recall(String channelId, Instant now);

  /** Takes back what is not yet delivered; what is being sent at this moment may still arrive. */
  void takeBack(Collection<String> ids, String reason, Instant now);
}
