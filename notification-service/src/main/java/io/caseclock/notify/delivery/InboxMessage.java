package io.caseclock.notify.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter in one person's inbox.
 *
 * @param superseded why it no longer holds; null while it does
 */
public record InboxMessage(
    Letter letter,
    Recipient recipient,
    Instant createdAt,
    @Nullable Instant readAt,
    @Nullable Instant supersededAt,
    @Nullable Superseded superseded) {

  /** The letter's id and the person: the same letter reaches a person once. */
  public static String idOf(String letterId, String person) {
    return letterId + ":" + person;
  }

  public String id() {
    return idOf(letter.id(), recipient.person());
  }

  /** A letter that arrives now. */
  public static InboxMessage arriving(Letter letter, Recipient recipient, Instant at) {
    return new InboxMessage(letter, recipient, at, null, null, null);
  }
}
