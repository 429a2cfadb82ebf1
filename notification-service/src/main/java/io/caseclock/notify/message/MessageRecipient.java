package io.caseclock.notify.message;

import java.time.Instant;
import java.util.List;

/**
 * A message that is to go to one addressee by one channel.
 *
 * @param unit where the addressee serves
 * @param onward kinds of channels to try where this one fails
 * @param readyAt when the pipeline looks at it first
 */
public record MessageRecipient(
    String messageId,
    String addressee,
    String channel,
    String unit,
    RecipientReason why,
    boolean critical,
    boolean digest,
    List<String> onward,
    Instant queuedAt,
    Instant readyAt) {

  public MessageRecipient {
    onward = List.copyOf(onward);
  }
}
