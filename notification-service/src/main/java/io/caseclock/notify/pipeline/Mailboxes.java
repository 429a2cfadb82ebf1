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
  void settle(Mailbox mailbox, Sorted sorted);

  /** Keeps which message the letters of an envelope went out with. */
  void enclosed(Mailbox mailbox, Envelope envelope, String messageId);

  /**
   * One addressee by one channel.
   *
   * @param sentThisHour messages of the hour before
   */
  record Mailbox(String addressee, String channel, List<Waiting> waiting, int sentThisHour) {
    public Mailbox {
      waiting = List.copyOf(waiting);
    }
  }
}
