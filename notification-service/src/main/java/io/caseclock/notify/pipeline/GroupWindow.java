package io.caseclock.notify.pipeline;

import io.caseclock.notify.pipeline.StageVerdict.Hold;
import java.time.Duration;

/**
 * Lets a message wait a moment, so that what happens together is told together: one message per
 * person and unit. The window of the first message holds for all that join it.
 *
 * @param window how long the first one waits
 * @param criticalWindow the same for what is critical
 */
public record GroupWindow(Duration window, Duration criticalWindow) implements Stage {

  @Override
  public StageVerdict judge(PendingMessage pending, MailboxState mailbox) {
    if (mailbox.eachAlone()) {
      return StageVerdict.PASS;
    }
    var until = pending.recipient().queuedAt().plus(windowOf(pending.isCritical()));
    return mailbox.now().isBefore(until) ? new Hold(Reason.GROUPING, until) : StageVerdict.PASS;
  }

  public Duration windowOf(boolean critical) {
    return critical ? criticalWindow : window;
  }
}
