package io.caseclock.notify.message;

import java.time.Instant;
import java.util.List;

/**
 * A message that is to go to one recipient by one channel.
 *
 * @param recipient an officer's id, or {@code group:} and the channel's id for a group or a webhook
 * @param channel the configured id of the channel, or {@link #IN_APP}
 * @param unit where the recipient is posted
 * @param critical neither digest nor budget holds it back
 * @param digest may wait for the start of the working day
 * @param fallback kinds of channels to try where this one fails
 * @param readyAt when the pipeline looks at it first
 */
public record MessageRecipient(
    String messageId,
    String recipient,
    String channel,
    String unit,
    RecipientReason why,
    boolean critical,
    boolean digest,
    List<String> fallback,
    Instant queuedAt,
    Instant readyAt) {

  /** The inbox, which everybody has and nothing can keep from working. */
  public static final String IN_APP = "in-app";

  public MessageRecipient {
    fallback = List.copyOf(fallback);
  }
}
