package io.caseclock.notify.pipeline;

import io.caseclock.notify.pipeline.StageVerdict.Drop;

/**
 * Of two messages that say the same, the older one is dropped. That the very same message is not
 * told twice holds already: its row's key is the claim.
 */
public final class Deduplicate implements Stage {

  @Override
  public StageVerdict judge(PendingMessage pending, MailboxState mailbox) {
    return mailbox.pending().stream().anyMatch(other -> replaces(other, pending))
        ? new Drop(Reason.DUPLICATE)
        : StageVerdict.PASS;
  }

  private static boolean replaces(PendingMessage newer, PendingMessage older) {
    var later = newer.recipient().queuedAt().compareTo(older.recipient().queuedAt());
    var isLater = later == 0 ? newer.message().id().compareTo(older.message().id()) > 0 : later > 0;
    return isLater && newer.saysTheSameAs(older);
  }
}
