package io.caseclock.notify.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A page of the notices that somebody looks for.
 *
 * @param root the unit whose subtree the caller sees; nothing outside it is found
 * @param after the last one of the page before
 * @param limit from 1 to 500
 */
public record NoticeQuery(
    String root, NoticeFilter filter, NoticeOrder order, Optional<Cursor> after, int limit) {

  public NoticeQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 notices, not " + limit);
    }
  }

  /**
   * A place between two notices of the list.
   *
   * @param rank of the severity, from 0; 0 where the order does not ask for it
   * @param at the instant of issue, or what is due next
   */
  public record Cursor(int rank, Instant at, String id) {}
}
