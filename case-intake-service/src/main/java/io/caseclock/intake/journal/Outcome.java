package io.caseclock.intake.journal;

import io.caseclock.contract.EventId;
import io.caseclock.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one submitted event. */
public sealed interface Outcome {

  /** It is durable now. */
  record Accepted(EventId eventId, String caseId, Instant acceptedAt) implements Outcome {}

  /**
   * The same event was accepted before.
   *
   * @param acceptedAt when it was accepted the first time
   */
  record Duplicate(EventId eventId, String caseId, Instant acceptedAt) implements Outcome {}

  /** The id was accepted before with other content; the first holds, a supervisor is told. */
  record Conflicting(EventId eventId) implements Outcome {}

  /**
   * It was not accepted, and nothing of it is kept.
   *
   * @param source as sent; null where none can be made out
   * @param id as sent; null where none can be made out
   */
  record Refused(@Nullable String source, @Nullable String id, Problem problem)
      implements Outcome {}

  /**
   * It came in a request that goes beyond the quota of its client; nothing of the request is kept.
   *
   * @param quota how many events of the client are accepted on a day
   * @param left how many more of them are on this one
   * @param freeAfter how long until the next day begins
   */
  record OverQuota(long quota, long left, Duration freeAfter) implements Outcome {}
}
