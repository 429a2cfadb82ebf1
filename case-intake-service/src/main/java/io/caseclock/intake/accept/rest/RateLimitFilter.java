package io.caseclock.intake.accept.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.admission.http.RefusedRequests;
import io.caseclock.intake.accept.EventRateLimits;
import io.caseclock.intake.accept.Submission;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a client that has used up its share: before a byte of the body is read, and again when it
 * is known how many events it holds.
 */
@Singleton
public class RateLimitFilter {

  /** Before a place is waited for. */
  private static final int FIRST = 50;

  private final Provider<EventRateLimits> shares;
  private final CurrentCaller caller;
  private final Counter refused;

  @Inject
  RateLimitFilter(Provider<EventRateLimits> shares, CurrentCaller caller, MeterRegistry metrics) {
    this.shares = shares;
    this.caller = caller;
    this.refused = RefusedRequests.RATE.counter(metrics);
  }

  @RateLimited
  @ServerRequestFilter(priority = FIRST)
  void requireShare() {
    require(shares.get().untilFree(caller.get()));
  }

  /** Counts events that were read against the shares; throws the refusal where one is used up. */
  void spend(List<Submission> events) {
    require(shares.get().spend(caller.get(), events));
  }

  private void require(Duration wait) {
    if (!wait.isZero()) {
      refused.increment();
      throw refusal(wait);
    }
  }

  static ProblemException refusal(Duration wait) {
    return new ProblemException(
        Problem.of(
                ProblemType.TOO_MANY_REQUESTS,
                "More events came than your share. Nothing of this request was taken in; send it"
                    + " again later.")
            .with(Problem.RETRY_AFTER, seconds(wait)));
  }

  /** No less than the wait. */
  static long seconds(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
