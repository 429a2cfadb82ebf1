package io.caseclock.notify.pipeline;

import java.time.Instant;
import java.util.List;

/**
 * The mailboxes in which something is ready. Every method takes part in the caller's transaction.
 */
public interface Mailboxes {

  /**
   * Takes up to {@code limit} mailboxes, the longest waiting first, with all that waits in them; no
   * other replica sorts them until the transaction ends.
   */
  List<Mailbox> claim(int limit, Instant now);

  /** Keeps what waits on and what was dropped. */
  void settle(Mailbox mailbox, PipelineResult sorted);

  /** Keeps which message the messages of an envelope went out with. */
  void enclosed(Mailbox mailbox, MessageGroup envelope, String deliveryId);

  /**
   * One addressee by one channel.
   *
   * @param sentThisHour messages of the hour before
   */
  record Mailbox(String addressee, String channel, List<PendingMessage> waiting, int sentThisHour) {
    public Mailbox {
      waiting = List.copyOf(waiting);
    }
  }
}
