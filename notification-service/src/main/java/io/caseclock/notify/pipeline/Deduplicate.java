package io.caseclock.notify.pipeline;

import io.caseclock.notify.pipeline.Verdict.Drop;

/**
 * Of two letters that say the same, the older one is dropped. That the very same letter is not told
 * twice holds already: its row's key is the claim.
 */
public final class Deduplicate implements Stage {

  @Override
  public Verdict judge(Waiting waiting, Desk desk) {
    return desk.waiting().stream().anyMatch(other -> replaces(other, waiting))
        ? new Drop(Reason.DUPLICATE)
        : Verdict.PASS;
  }

  private static boolean replaces(Waiting newer, Waiting older) {
    var later = newer.queuedAt().compareTo(older.queuedAt());
    var isLater = later == 0 ? newer.letterId().compareTo(older.letterId()) > 0 : later > 0;
    return isLater && newer.saysTheSameAs(older);
  }
}
