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
  public StageVerdict judge(PendingMessage waiting, MailboxState desk) {
    if (!waiting.digest() || waiting.critical()) {
      return StageVerdict.PASS;
    }
    var start = workingDayStart.after(waiting.queuedAt());
    var passesMeanwhile = waiting.dueAt() != null && !waiting.dueAt().isAfter(start);
    return passesMeanwhile || !desk.now().isBefore(start)
        ? StageVerdict.PASS
        : new Hold(Reason.DIGEST, start);
  }
}
