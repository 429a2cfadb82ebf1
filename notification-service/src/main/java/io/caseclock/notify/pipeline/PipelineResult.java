package io.caseclock.notify.pipeline;

import java.util.List;

/**
 * What comes of a mailbox at one look.
 *
 * @param groups what goes out now
 * @param held what waits on, each with its verdict
 * @param dropped what will not be told to this recipient by this channel
 */
public record PipelineResult(List<MessageGroup> groups, List<Held> held, List<Dropped> dropped) {

  /** A message that waits on. */
  public record Held(PendingMessage pending, StageVerdict.Hold verdict) {}

  /** A message that is not told. */
  public record Dropped(PendingMessage pending, Reason reason) {}
}
