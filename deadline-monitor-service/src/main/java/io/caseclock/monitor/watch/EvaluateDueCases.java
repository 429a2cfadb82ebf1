package io.caseclock.monitor.watch;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Evaluates cases in which nothing happened but that time passed: a deadline is due by which others
 * start. Several replicas may run it; a case that one of them works on is left to it.
 */
public final class EvaluateDueCases {

  private static final int BATCH = 100;

  private final WatchedCases cases;
  private final EvaluateCases review;
  private final InstantSource clock;

  public EvaluateDueCases(WatchedCases cases, CaseEvaluator review, InstantSource clock) {
    this.cases = cases;
    this.review = new EvaluateCases(review);
    this.clock = clock;
  }

  /**
   * One bounded batch in one transaction. A case that cannot be evaluated is set aside, and holds
   * up no other.
   *
   * @return whether more may be waiting
   */
  public boolean evaluateBatch() {
    var now = clock.instant();
    List<String> claimed =
        cases.transact(
            session -> {
              var due = session.claimDue(now, BATCH);
              review.review(session, due, Map.of(), now);
              return due;
            });
    return claimed.size() == BATCH;
  }
}
