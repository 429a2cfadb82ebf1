package io.caseclock.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Sends by another channel what one could not deliver. */
@FunctionalInterface
public interface NextChannel {

  /**
   * Called in the transaction in which deliveries are given up, or in which their channel's circuit
   * opens. The caller takes back what goes by another channel; the rest stays in the queue of an
   * open circuit, and so is not lost.
   *
   * @param deliveryIds have certainly not arrived where the circuit opened; where they are given
   *     up, one of the attempts may have
   * @param reason {@code CIRCUIT_OPEN}, or why they were given up
   * @return which of them go by another channel
   */
  Set<String> reroute(List<String> deliveryIds, String reason, Instant now);
}
