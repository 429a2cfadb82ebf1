package io.caseclock.notify.pipeline;

import io.caseclock.notify.pipeline.StageVerdict.Hold;

/**
 * What is not critical waits for the start of the working day, by the calendar of the deadlines. It
 * does not wait where the due instant would pass meanwhile.
 */
public final class Digest implements Stage {

  private final WorkingDayStart workingDayStart;

  public Digest(WorkingDayStart workingDayStart) {
    this.workingDayStart = workingDayStart;
  }

  @Override
  public StageVerdict judge(PendingMessage pending, MailboxState mailbox) {
    if (!pending.recipient().digest() || pending.isCritical()) {
      return StageVerdict.PASS;
    }
    var start = workingDayStart.after(pending.recipient().queuedAt(), pending.message());
    var dueAt = pending.message().dueAt();
    var passesMeanwhile = dueAt != null && !dueAt.isAfter(start);
    return passesMeanwhile || !mailbox.now().isBefore(start)
        ? StageVerdict.PASS
        : new Hold(Reason.DIGEST, start);
  }
}
