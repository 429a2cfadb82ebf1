package io.caseclock.notify.monitor;

/** A question that is on its way. */
@FunctionalInterface
public interface Asked<T> {

  /** Waits, no longer than the timeout; the same answer each time. */
  Answer<T> answer();
}
