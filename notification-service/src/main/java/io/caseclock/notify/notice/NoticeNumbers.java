package io.caseclock.notify.notice;

/** Hands out serial numbers. */
@FunctionalInterface
public interface NoticeNumbers {

  /**
   * The next number of a unit's year, counted apart for each kind. It stays locked until the
   * caller's transaction ends, and a transaction that fails gives it back: so there are neither
   * gaps nor doubles.
   */
  NoticeNumber next(NoticeKind kind, String unit, int year);
}
