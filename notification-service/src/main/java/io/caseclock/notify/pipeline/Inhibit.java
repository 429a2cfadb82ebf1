package io.caseclock.notify.pipeline;

import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.pipeline.Verdict.Drop;

/**
 * A breach hides the warnings of the same deadline; what a later event overtook is not told any
 * more. The close of a case ends its deadlines, and so hides all that was to be told of them.
 */
public final class Inhibit implements Stage {

  @Override
  public Verdict judge(Waiting waiting, Desk desk) {
    return !waiting.holds() || isHiddenByBreach(waiting, desk)
        ? new Drop(Reason.INHIBITED)
        : Verdict.PASS;
  }

  private static boolean isHiddenByBreach(Waiting waiting, Desk desk) {
    return waiting.kind() == MessageKind.WARNING
        && waiting.deadlineId() != null
        && desk.waiting().stream()
            .anyMatch(
                other ->
                    other.kind() == MessageKind.BREACH
                        && other.holds()
                        && waiting.deadlineId().equals(other.deadlineId()));
  }
}
