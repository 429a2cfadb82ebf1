package io.caseclock.notify.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which notices somebody wants to see, newest first.
 *
 * @param root the unit whose subtree the caller sees; nothing outside it is found
 * @param states empty for all
 * @param after the last one of the page before
 * @param limit from 1 to 500
 */
public record NoticeQuery(
    String root,
    List<String> states,
    Optional<String> unit,
    Optional<String> deadlineId,
    Optional<Cursor> after,
    int limit) {

  public NoticeQuery {
    states = List.copyOf(states);
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 notices, not " + limit);
    }
  }

  /** A place between two notices of the list. */
  public record Cursor(Instant issuedAt, String id) {}
}
