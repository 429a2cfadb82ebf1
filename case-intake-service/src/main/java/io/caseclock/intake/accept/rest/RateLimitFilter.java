package io.caseclock.intake.accept.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.intake.accept.EventRateLimits;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a client that has used up its share, before a byte of the body is read. */
@Singleton
public class RateLimitFilter {

  /** Before a place is waited for. */
  private static final int FIRST = 50;

  private final Provider<EventRateLimits> shares;
  private final CurrentCaller caller;

  @Inject
  RateLimitFilter(Provider<EventRateLimits> shares, CurrentCaller caller) {
    this.shares = shares;
    this.caller = caller;
  }

  @RateLimited
  @ServerRequestFilter(priority = FIRST)
  void requireShare() {
    require(shares.get().untilFree(caller.get()));
  }

  /** Throws the refusal where there is something to wait for. */
  static void require(Duration wait) {
    if (!wait.isZero()) {
      throw new ProblemException(
          Problem.of(
                  ProblemType.TOO_MANY_REQUESTS,
                  "More events came than your share. Nothing of this request was taken in; send it"
                      + " again later.")
              .with(Problem.RETRY_AFTER, seconds(wait)));
    }
  }

  /** No less than the wait. */
  static long seconds(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
