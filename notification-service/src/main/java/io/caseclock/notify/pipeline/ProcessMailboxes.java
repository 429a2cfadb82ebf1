package io.caseclock.notify.pipeline;

import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.pipeline.Mailboxes.Mailbox;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the pipeline over a batch of mailboxes, in the caller's transaction. */
public final class ProcessMailboxes {

  private static final int INBOX_BUDGET = 60;

  private final Mailboxes mailboxes;
  private final Silences silences;
  private final Pipeline pipeline;
  private final Channels channels;
  private final Map<String, Integer> budgets;
  private final SendGroups sendGroups;

  /**
   * @param budgets groups that one recipient may get in an hour, by {@link ChannelType#budgetName};
   *     what is not named keeps the kind's own
   */
  public ProcessMailboxes(
      Mailboxes mailboxes,
      Silences silences,
      Pipeline pipeline,
      Channels channels,
      Map<String, Integer> budgets,
      SendGroups sendGroups) {
    this.mailboxes = mailboxes;
    this.silences = silences;
    this.pipeline = pipeline;
    this.channels = channels;
    this.budgets = Map.copyOf(budgets);
    this.sendGroups = sendGroups;
  }

  /** Returns how many mailboxes were worked on; fewer than the limit means that none is left. */
  public int run(int limit, Instant now) {
    var claimed = mailboxes.claim(limit, now);
    var inForce = claimed.isEmpty() ? List.<Silence>of() : silences.inForce(now);
    var outbound = sendGroups.outbound(now);
    for (var mailbox : claimed) {
      outbound.take(mailbox, pipeline.run(state(mailbox, inForce, now)));
    }
    outbound.send();
    return claimed.size();
  }

  /** For how long no mailbox becomes ready by itself, as far as is known; empty for ever. */
  public Optional<Duration> untilNextIsReady(Instant now) {
    return mailboxes.nextReadyAfter(now).map(next -> Duration.between(now, next));
  }

  private MailboxState state(Mailbox mailbox, List<Silence> inForce, Instant now) {
    var type = channels.byId(mailbox.channel()).map(ConfiguredChannel::type);
    var inbox = mailbox.channel().equals(MessageRecipient.IN_APP);
    return new MailboxState(
        now,
        mailbox.pending(),
        inForce,
        mailbox.sentThisHour(),
        inbox
            ? budgets.getOrDefault(MessageRecipient.IN_APP, INBOX_BUDGET)
            : type.map(this::budget).orElse(Integer.MAX_VALUE),
        !inbox && channels.isOpenCircuit(mailbox.channel()),
        type.map(ChannelType::takesEveryMessage).orElse(false));
  }

  private int budget(ChannelType type) {
    return budgets.getOrDefault(type.budgetName(), type.hourlyBudget());
  }
}
