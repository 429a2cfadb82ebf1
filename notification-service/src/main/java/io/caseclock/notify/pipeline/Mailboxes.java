package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.pipeline.PipelineResult.Dropped;
import io.caseclock.notify.pipeline.PipelineResult.Held;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The mailboxes in which something is ready. Every method takes part in the caller's transaction.
 */
public interface Mailboxes {

  /**
   * Takes up to {@code limit} mailboxes, the longest waiting first, with all that waits in them; no
   * other replica works on them until the transaction ends.
   */
  List<Mailbox> claim(int limit, Instant now);

  /** The next instant, later than this one, at which a mailbox becomes ready by itself, if any. */
  Optional<Instant> nextReadyAfter(Instant now);

  /** Keeps what waits on, what was dropped and what went out, of all these mailboxes at once. */
  void settle(List<Settled> mailboxes);

  /** Which messages went out by these deliveries; held until the transaction ends. */
  List<Sent> sentBy(Collection<String> deliveryIds);

  /** Lets a message wait in its mailbox again. */
  void putBack(Sent sent, Instant readyAt);

  /** The message does not go to this recipient by this channel any more. */
  void drop(Sent sent, Reason reason);

  /** What became of all that was looked at in a mailbox. */
  record Settled(Mailbox mailbox, List<Held> held, List<Dropped> dropped, List<WentOut> out) {
    public Settled {
      held = List.copyOf(held);
      dropped = List.copyOf(dropped);
      out = List.copyOf(out);
    }
  }

  /**
   * A group that went out.
   *
   * @param deliveryId by which delivery, or as which inbox entry
   */
  record WentOut(MessageGroup group, String deliveryId) {}

  /** A message that went out to a recipient. */
  record Sent(String deliveryId, MessageRecipient recipient) {}

  /**
   * One recipient by one channel.
   *
   * @param sentThisHour groups of the hour before
   */
  record Mailbox(String recipient, String channel, List<PendingMessage> pending, int sentThisHour) {
    public Mailbox {
      pending = List.copyOf(pending);
    }
  }
}
