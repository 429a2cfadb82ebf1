package io.caseclock.notify.inbox;

import java.util.OptionalLong;

/**
 * Which messages a person wants to see, newest first.
 *
 * @param unread only those neither read nor superseded
 * @param after the sequence number of the last one of the page before
 * @param limit from 1 to 500
 */
public record InboxQuery(String person, boolean unread, OptionalLong after, int limit) {

  public InboxQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 messages, not " + limit);
    }
  }
}
