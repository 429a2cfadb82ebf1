package io.caseclock.notify.pipeline;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.pipeline.Mailboxes.Mailbox;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silences;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/** Sorts the mail of a batch of mailboxes, in the caller's transaction. */
public final class ProcessMailboxes {

  private final Mailboxes mailboxes;
  private final Silences silences;
  private final Pipeline sortMail;
  private final Channels channels;
  private final ToIntFunction<ChannelKind> budget;
  private final DeliverGroup enclose;

  /**
   * @param budget messages that one addressee may get by a kind of channel in an hour
   */
  public ProcessMailboxes(
      Mailboxes mailboxes,
      Silences silences,
      Pipeline sortMail,
      Channels channels,
      ToIntFunction<ChannelKind> budget,
      DeliverGroup enclose) {
    this.mailboxes = mailboxes;
    this.silences = silences;
    this.sortMail = sortMail;
    this.channels = channels;
    this.budget = budget;
    this.enclose = enclose;
  }

  /** Returns how many mailboxes were sorted; fewer than the limit means that nothing is left. */
  public int run(int limit, Instant now) {
    var claimed = mailboxes.claim(limit, now);
    var inForce = claimed.isEmpty() ? List.<Silence>of() : silences.inForce(now);
    for (var mailbox : claimed) {
      var sorted = sortMail.sort(desk(mailbox, inForce, now));
      mailboxes.settle(mailbox, sorted);
      sorted.envelopes().forEach(envelope -> enclose.enclose(mailbox, envelope, now));
    }
    return claimed.size();
  }

  private MailboxState desk(Mailbox mailbox, List<Silence> inForce, Instant now) {
    var channel = channels.byId(mailbox.channel());
    return new MailboxState(
        now,
        mailbox.waiting(),
        inForce,
        mailbox.sentThisHour(),
        channel.map(Channel::kind).map(budget::applyAsInt).orElse(Integer.MAX_VALUE),
        channels.isOpenCircuit(mailbox.channel()));
  }
}
