package io.caseclock.notify.pipeline;

import java.util.List;

/**
 * What comes of a mailbox at one look.
 *
 * @param envelopes what goes out now
 * @param held what waits on, each with its verdict
 * @param dropped what will not be told to this addressee by this channel
 */
public record Sorted(List<Envelope> envelopes, List<Held> held, List<Dropped> dropped) {

  /** A letter that waits on. */
  public record Held(Waiting waiting, Verdict.Hold verdict) {}

  /** A letter that is not told. */
  public record Dropped(Waiting waiting, Reason reason) {}
}
