package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.NewDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sent and how that went, the newest first; and the tests, which no replica claims. */
public interface DeliveryLog {

  /**
   * Deliveries of a unit's subtree.
   *
   * @param before the place behind which the page begins
   */
  List<DeliveryRecord> page(String rootUnit, long before, int limit);

  Optional<DeliveryRecord> byId(String rootUnit, String id);

  /** Every try of a delivery, the first one first. */
  List<DeliveryAttempt> attempts(String id);

  /** How many wait, by channel; without those that have none. */
  Map<String, Long> waiting();

  /** How many tries of each channel came to what since an instant; without those that had none. */
  Map<String, Tries> tries(Instant since);

  /** When the channel was tested last, if that is later than an instant. */
  Optional<Instant> lastTestAfter(String channel, Instant since);

  /** Notes a delivery that is sent at once to see whether its channel works. */
  Delivery addTest(NewDelivery delivery);

  /** How many tries arrived, and how many did not. */
  record Tries(long delivered, long failed) {}
}
