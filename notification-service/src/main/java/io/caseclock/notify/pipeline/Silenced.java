package io.caseclock.notify.pipeline;

import io.caseclock.notify.pipeline.StageVerdict.Hold;
import io.caseclock.notify.silence.Silence;
import java.util.Comparator;

/**
 * Holds what an approved silence covers until the last such silence ends. A breach is never hidden
 * from those above the unit of the silence's author, an access in need from nobody.
 */
public final class Silenced implements Stage {

  @Override
  public StageVerdict judge(PendingMessage pending, MailboxState mailbox) {
    return mailbox.silences().stream()
        .filter(silence -> silence.hides(pending.told(), mailbox.now()))
        .map(Silence::until)
        .max(Comparator.naturalOrder())
        .<StageVerdict>map(until -> new Hold(Reason.SILENCED, until))
        .orElse(StageVerdict.PASS);
  }
}
