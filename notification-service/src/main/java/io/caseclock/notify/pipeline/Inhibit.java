package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.pipeline.StageVerdict.Drop;

/**
 * A breach hides the warnings of the same deadline; what a later event overtook is not told any
 * more. The close of a case ends its deadlines, and so hides all that was to be told of them.
 */
public final class Inhibit implements Stage {

  @Override
  public StageVerdict judge(PendingMessage waiting, MailboxState desk) {
    return !waiting.holds() || isHiddenByBreach(waiting, desk)
        ? new Drop(Reason.INHIBITED)
        : StageVerdict.PASS;
  }

  private static boolean isHiddenByBreach(PendingMessage waiting, MailboxState desk) {
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
