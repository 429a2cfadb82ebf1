package io.caseclock.access.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a request that names a unit which is none of the caller's, and a token whose units cannot
 * be read, whether or not what is asked for depends on a unit: nobody acts in another unit than
 * they believe.
 */
@Singleton
public class ActedInFilter {

  /** Before a share is spent and a place is waited for. */
  private static final int FIRST = 10;

  private final CurrentCaller caller;

  @Inject
  ActedInFilter(CurrentCaller caller) {
    this.caller = caller;
  }

  @ServerRequestFilter(priority = FIRST)
  void requireOwnUnit() {
    caller.get();
  }
}
