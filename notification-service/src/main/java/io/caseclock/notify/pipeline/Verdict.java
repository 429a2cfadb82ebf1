package io.caseclock.notify.pipeline;

import java.time.Instant;

/** What a stage says of a letter. */
public sealed interface Verdict {

  /** Nothing stands against it here. */
  record Pass() implements Verdict {}

  /** Not yet; it is looked at again then. */
  record Hold(Reason reason, Instant until) implements Verdict {}

  /** Not to this addressee by this channel. */
  record Drop(Reason reason) implements Verdict {}

  Verdict PASS = new Pass();
}
