package io.caseclock.notify.channel;

/** Where the business transaction leaves what shall go out. */
@FunctionalInterface
public interface OutgoingQueue {

  /** Queues it for every receiver that listens to the unit; a repetition changes nothing. */
  void queue(Outgoing outgoing);
}
