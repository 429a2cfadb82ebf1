package io.caseclock.notify.pipeline;

import java.time.Instant;

/** What a stage says of a message. */
public sealed interface StageVerdict {

  /** Nothing stands against it here. */
  record Pass() implements StageVerdict {}

  /** Not yet; it is looked at again then. */
  record Hold(Reason reason, Instant until) implements StageVerdict {}

  /** Not to this recipient by this channel. */
  record Drop(Reason reason) implements StageVerdict {}

  StageVerdict PASS = new Pass();
}
