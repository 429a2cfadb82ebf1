package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, shared by all replicas. But for {@link #claim} every method takes part in the
 * caller's transaction.
 */
public interface DeliveryQueue {

  /** Leaves what shall be sent; a repetition changes nothing. */
  void add(List<Delivery> deliveries);

  /** Takes back what is not yet delivered; what is being sent at this moment may still arrive. */
  void takeBack(Collection<String> ids, String reason, Instant now);

  /**
   * Takes what is due of a channel, as much as its queue, its circuit and its rate allow, and hides
   * it from others for the lease; whoever dies with one leaves it to be sent again after that. In a
   * transaction of its own.
   */
  List<Delivery> claim(ChannelQueue queue, Instant now);

  /** One line of the log, beside what became of the delivery. */
  void attempted(Delivery delivery, Attempt attempt, String outcome, Duration took);

  void delivered(Delivery delivery, Instant at);

  /** It is tried again. */
  void failed(Delivery delivery, Attempt attempt, Instant next);

  /**
   * Nobody tries it again.
   *
   * @return whether it was still to be sent, and not taken back in the meantime
   */
  boolean givenUp(Delivery delivery, Attempt attempt);

  /**
   * Personal deliveries of a channel that have certainly not arrived, that nobody is sending and
   * that were not asked for before; held until the caller's transaction ends.
   */
  List<String> stranded(String channel, int limit, Instant now);

  /** No other channel reaches these: {@link #stranded} does not name them again. */
  void keepWaiting(Collection<String> ids);

  /**
   * Gives up what has been due since before an instant and belongs to a channel that is not
   * configured.
   */
  List<String> giveUpUnknown(
      Collection<String> configured, Instant dueBefore, int limit, Attempt why);

  /** Keeps what an administrator sends to see whether a channel works; no replica claims it. */
  Delivery addTest(Delivery delivery);

  /** When the channel was tested last, if that is later than an instant. */
  Optional<Instant> lastTestAfter(String channel, Instant since);

  /**
   * What an attempt came to.
   *
   * @param reason null where it was delivered
   * @param mayHaveArrived whether it is no proof that nothing arrived
   */
  record Attempt(Instant at, @Nullable String reason, boolean mayHaveArrived) {}
}
