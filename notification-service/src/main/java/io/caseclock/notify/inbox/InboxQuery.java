package io.caseclock.notify.inbox;

import io.caseclock.notify.message.MessageKind;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which messages a person wants to see, newest first.
 *
 * @param unread only those neither read nor superseded
 * @param kinds of the most pressing message; empty for all
 * @param after the sequence number of the last one of the page before
 * @param limit from 1 to 500
 */
public record InboxQuery(
    String person, boolean unread, Set<MessageKind> kinds, OptionalLong after, int limit) {

  /** Of all kinds. */
  public InboxQuery(String person, boolean unread, OptionalLong after, int limit) {
    this(person, unread, Set.of(), after, limit);
  }

  public InboxQuery {
    kinds = Set.copyOf(kinds);
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 messages, not " + limit);
    }
  }
}
