package io.caseclock.notify.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is handed to the queue for one channel and one addressee.
 *
 * @param id deterministic; a second delivery with the same id is not queued
 * @param channel the configured id of the channel
 * @param addressee an officer's id, or {@link #GROUP} and the channel's id for a whole group
 * @param to an e-mail address or a mobile number; null for groups, webhooks and the inbox
 * @param unit whose administrators see it in the delivery log
 * @param body what {@link Channel#body} made of the push
 */
public record NewDelivery(
    String id,
    String channel,
    String addressee,
    @Nullable String to,
    String unit,
    String kind,
    String level,
    int count,
    byte[] body,
    Instant at) {

  /** How an addressee begins that is no single person. */
  public static final String GROUP = "group:";

  /** Whether one officer is told, who may be reachable another way. */
  public boolean isPersonal() {
    return !addressee.startsWith(GROUP) && !addressee.equals(channel);
  }

  /** Leaves out whom it reaches where, and the body. */
  @Override
  public String toString() {
    return "NewParcel[" + id + " by " + channel + "]";
  }
}
