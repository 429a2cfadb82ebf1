package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue of deliveries as its senders see it, shared by all replicas. */
public interface Deliveries {

  /**
   * Takes what is due of a channel, as much as the queue, its circuit and its rate allow, and hides
   * it from others for the lease; whoever dies with one leaves it to be sent again after that. In a
   * transaction of its own.
   */
  List<Delivery> claim(ChannelQueue queue, Instant now);

  void delivered(Delivery delivery, Instant at);

  /** It is tried again. */
  void failed(Delivery delivery, Tried tried, Instant next);

  /**
   * Nobody tries it again.
   *
   * @return whether it was still to be sent, and not taken back in the meantime
   */
  boolean givenUp(Delivery delivery, Tried tried);

  /** One line of the log, beside what became of the delivery. */
  void attempted(Delivery delivery, Tried tried, String outcome, Duration took);

  /**
   * Personal deliveries of a channel that have certainly not arrived, that nobody is sending and
   * that were not asked for before; held until the caller's transaction ends.
   */
  List<String> stranded(String channel, int limit, Instant now);

  /** These have no other way: {@link #stranded} does not name them again. */
  void stay(Collection<String> ids);

  /**
   * Gives up what has been due since before an instant and belongs to a channel that is not
   * configured.
   */
  List<String> giveUpUnknown(
      Collection<String> configured, Instant dueBefore, int limit, Tried why);

  /**
   * What an attempt came to.
   *
   * @param reason null where it was delivered
   * @param mayHaveArrived whether it is no proof that nothing arrived
   */
  record Tried(Instant at, @Nullable String reason, boolean mayHaveArrived) {}
}
