package io.caseclock.local.load;

import io.caseclock.local.file.Rejection;

/** What came of an event that was sent. */
sealed interface RowOutcome {

  /** Intake has it now. */
  record Kept() implements RowOutcome {}

  /** Intake had it already. */
  record KnownBefore() implements RowOutcome {}

  /** Intake does not want it. */
  record Rejected(Rejection rejection) implements RowOutcome {}
}
