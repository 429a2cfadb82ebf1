package io.caseclock.notify.pipeline;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.delivery.Failover;
import io.caseclock.notify.delivery.NextChannel;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.routing.RecipientResolver.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a channel could not deliver goes by the next one of its policy. Where there is none, it
 * waits for the channel, and then goes out as one digest; where a person's contact is wrong, that
 * is a gap.
 */
public final class RerouteMessages implements NextChannel {

  private final Mailboxes mailboxes;
  private final MessageStore messages;
  private final Ways ways;
  private final Duration circuitPause;

  public RerouteMessages(
      Mailboxes mailboxes, MessageStore messages, Ways ways, Duration circuitPause) {
    this.mailboxes = mailboxes;
    this.messages = messages;
    this.ways = ways;
    this.circuitPause = circuitPause;
  }

  /** How a person is reached by one of these kinds of channels, in their order. */
  @FunctionalInterface
  public interface Ways {
    Optional<Way> of(String person, List<String> kinds, Instant at);
  }

  @Override
  public Set<String> reroute(List<String> deliveryIds, String reason, Instant now) {
    Set<String> rerouted = new HashSet<>();
    for (var sent : mailboxes.sentBy(deliveryIds)) {
      var recipient = sent.recipient();
      var way = ways.of(recipient.recipient(), recipient.fallback(), now);
      if (way.isPresent()) {
        messages.send(List.of(by(recipient, way.get(), now)));
        mailboxes.drop(sent, Reason.ONWARD);
        rerouted.add(sent.deliveryId());
      } else if (reason.equals(Failover.CIRCUIT_OPEN)) {
        mailboxes.putBack(sent, now.plus(circuitPause));
        rerouted.add(sent.deliveryId());
      } else {
        mailboxes.drop(sent, Reason.UNDELIVERABLE);
        noteGap(recipient.recipient(), now);
      }
    }
    return rerouted;
  }

  /** A group or a system has no contact that somebody could mend in the directory. */
  private void noteGap(String recipient, Instant now) {
    if (!recipient.startsWith(Delivery.GROUP)) {
      messages.noteGap(recipient, now);
    }
  }

  private static MessageRecipient by(MessageRecipient before, Way way, Instant now) {
    var address = way.address();
    return new MessageRecipient(
        before.messageId(),
        address.to() == null ? Delivery.GROUP + address.channel() : before.recipient(),
        address.channel(),
        before.unit(),
        before.why(),
        before.critical(),
        before.digest(),
        way.fallback(),
        before.queuedAt(),
        now);
  }
}
