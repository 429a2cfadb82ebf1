package io.caseclock.notify.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one recipient by one channel.
 *
 * @param id a second delivery with the same id is not queued
 * @param channel the configured id of the channel
 * @param recipient an officer's id, or {@link #GROUP} and the channel's id for a group or a webhook
 * @param address an e-mail address or a mobile number; null for groups and webhooks
 * @param unit whose administrators see it in the delivery log
 * @param count how many messages it stands for
 * @param messageId of the only message inside, where the channel takes each alone; null otherwise
 * @param caseId of that message
 * @param attempt 0 while nobody has tried, 1 at the first attempt
 * @param body the exact bytes, the same at every attempt
 */
public record Delivery(
    String id,
    String channel,
    String recipient,
    @Nullable String address,
    String unit,
    String kind,
    String level,
    int count,
    @Nullable String messageId,
    @Nullable String caseId,
    Instant queuedAt,
    int attempt,
    byte[] body) {

  /** How a recipient begins that is no single person. */
  public static final String GROUP = "group:";

  /** Whether one officer gets it, who may be reachable another way. */
  public boolean isPersonal() {
    return !recipient.startsWith(GROUP);
  }

  /** Leaves out whom it reaches where, and the body. */
  @Override
  public String toString() {
    return "Delivery[" + id + " by " + channel + ", attempt " + attempt + "]";
  }
}
