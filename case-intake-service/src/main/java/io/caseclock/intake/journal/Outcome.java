package io.caseclock.intake.journal;

import io.caseclock.contract.EventId;
import io.caseclock.problem.Problem;
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
}
