package io.caseclock.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who finds another way for what a channel could not deliver. */
@FunctionalInterface
public interface Undelivered {

  /**
   * Called in the transaction in which deliveries are given up, or in which their channel's circuit
   * opens. What goes another way from now on is taken back by the caller; what does not, stays in
   * the queue of an open circuit, and so is not lost.
   *
   * @param deliveryIds have certainly not arrived where the circuit opened; where they are given
   *     up, one of the attempts may have
   * @param reason {@code CIRCUIT_OPEN}, or why they were given up
   * @return which of them go another way
   */
  Set<String> onward(List<String> deliveryIds, String reason, Instant now);
}
