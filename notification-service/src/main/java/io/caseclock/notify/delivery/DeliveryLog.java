package io.caseclock.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What went out by each channel, and how each attempt ended; newest first. */
public interface DeliveryLog {

  /** Deliveries that concern a unit's subtree, before a number. */
  List<DeliveryRecord> page(String rootUnit, long before, int limit);

  Optional<DeliveryRecord> byId(String rootUnit, String id);

  /** Every attempt of a delivery, the first one first. */
  List<DeliveryAttempt> attempts(String id);

  /** How many wait, by channel; without those that have none. */
  Map<String, Long> waiting();

  /** What the attempts of each channel came to since an instant; without those that had none. */
  Map<String, Attempts> attempts(Instant since);

  /** How many attempts arrived, and how many did not. */
  record Attempts(long delivered, long failed) {}
}
