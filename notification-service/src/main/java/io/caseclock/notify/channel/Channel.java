package io.caseclock.notify.channel;

/**
 * One configured way of sending; it answers for every delivery in bounded time and never throws.
 */
public interface Channel {

  /** The configured id, by which the queue, the log and the circuit know it. */
  String id();

  /** What is stored and sent for a push; the same push gives the same bytes. */
  byte[] body(Push push);

  DeliveryOutcome send(Delivery delivery);
}
