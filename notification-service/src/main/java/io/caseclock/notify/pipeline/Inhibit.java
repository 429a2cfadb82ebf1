package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.pipeline.StageVerdict.Drop;

/**
 * A breach hides the warnings of the same deadline; what a later event overtook is not told any
 * more. The close of a case ends its deadlines, and so hides all that was to be told of them.
 */
public final class Inhibit implements Stage {

  @Override
  public StageVerdict judge(PendingMessage pending, MailboxState mailbox) {
    return !pending.holds() || isHiddenByBreach(pending, mailbox)
        ? new Drop(Reason.INHIBITED)
        : StageVerdict.PASS;
  }

  private static boolean isHiddenByBreach(PendingMessage pending, MailboxState mailbox) {
    var deadlineId = pending.message().deadlineId();
    return pending.message().kind() == MessageKind.WARNING
        && deadlineId != null
        && mailbox.pending().stream()
            .anyMatch(
                other ->
                    other.message().kind() == MessageKind.BREACH
                        && other.holds()
                        && deadlineId.equals(other.message().deadlineId()));
  }
}
