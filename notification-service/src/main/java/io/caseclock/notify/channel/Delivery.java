package io.caseclock.notify.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delivery that is due.
 *
 * @param channel the configured id of the channel
 * @param addressee an officer's id, a group or a receiver
 * @param to an e-mail address or a mobile number; null for groups, webhooks and the inbox
 * @param isOfPipeline whether {@link DeliveryQueue#add} queued it, so that another way may exist
 * @param attempt 1 for the first
 * @param body the exact bytes, the same at every attempt
 */
public record Delivery(
    String id,
    String channel,
    String addressee,
    @Nullable String to,
    String kind,
    String level,
    int count,
    boolean isOfPipeline,
    Instant queuedAt,
    int attempt,
    byte[] body) {

  /** Leaves out where it goes to, and the body. */
  @Override
  public String toString() {
    return "Parcel[" + id + " by " + channel + ", attempt " + attempt + "]";
  }
}
