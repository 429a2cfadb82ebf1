package io.caseclock.notify.notice;

/**
 * A page of the register: the numbers of one issuer, kind and year, from the first on.
 *
 * @param issuer the unit in whose sequence they are counted
 * @param after the last serial already seen; 0 to begin
 * @param limit from 1 to 500
 */
public record RegisterQuery(NoticeKind kind, String issuer, int year, int after, int limit) {

  public RegisterQuery {
    if (after < 0 || limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 numbers, not " + limit);
    }
  }
}
