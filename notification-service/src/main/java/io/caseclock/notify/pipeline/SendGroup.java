package io.caseclock.notify.pipeline;

import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.channel.Address;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.Push.About;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.pipeline.Mailboxes.Mailbox;
import io.caseclock.notify.pipeline.PipelineResult.Dropped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends a group of messages: into the recipient's inbox at once, or as a delivery in the queue of a
 * channel, without any content of a case.
 */
public final class SendGroup {

  private final Mailboxes mailboxes;
  private final Inboxes inboxes;
  private final DeliveryQueue queue;
  private final Channels channels;
  private final Directory directory;
  private final Supplier<String> ids;

  public SendGroup(
      Mailboxes mailboxes,
      Inboxes inboxes,
      DeliveryQueue queue,
      Channels channels,
      Directory directory,
      Supplier<String> ids) {
    this.mailboxes = mailboxes;
    this.inboxes = inboxes;
    this.queue = queue;
    this.channels = channels;
    this.directory = directory;
    this.ids = ids;
  }

  void send(Mailbox mailbox, MessageGroup group, Instant now) {
    if (mailbox.channel().equals(MessageRecipient.IN_APP)) {
      enter(mailbox, group, now);
    } else {
      push(mailbox, group, now);
    }
  }

  private void enter(Mailbox mailbox, MessageGroup group, Instant now) {
    var entry =
        new InboxEntry(
            0,
            ids.get(),
            mailbox.recipient(),
            group.kind(),
            group.level(),
            group.messages().size(),
            now,
            null,
            List.of());
    inboxes.add(entry);
    mailboxes.sent(mailbox, group, entry.id());
  }

  /** Where the contact or the channel is gone since, the messages are dropped, with the reason. */
  private void push(Mailbox mailbox, MessageGroup group, Instant now) {
    delivery(mailbox, group, now)
        .ifPresentOrElse(
            delivery -> {
              queue.add(delivery);
              mailboxes.sent(mailbox, group, delivery.id());
            },
            () -> mailboxes.settle(mailbox, undeliverable(group)));
  }

  private static PipelineResult undeliverable(MessageGroup group) {
    return new PipelineResult(
        List.of(),
        List.of(),
        group.messages().stream()
            .map(pending -> new Dropped(pending, Reason.UNDELIVERABLE))
            .toList());
  }

  private Optional<Delivery> delivery(Mailbox mailbox, MessageGroup group, Instant now) {
    return channels
        .byId(mailbox.channel())
        .flatMap(
            configured ->
                address(mailbox, configured, now)
                    .map(address -> delivery(mailbox, group, configured, address, now)));
  }

  private Optional<Address> address(Mailbox mailbox, ConfiguredChannel configured, Instant now) {
    if (mailbox.recipient().startsWith(Delivery.GROUP)) {
      return Optional.of(new Address(configured.id(), configured.type().name(), null));
    }
    var officer = directory.officer(mailbox.recipient(), now);
    return channels.reach(
        configured.type().name(),
        officer.map(OfficerEntry::contacts).orElse(Map.of()),
        officer.map(OfficerEntry::unit).map(directory::line).orElse(List.of()));
  }

  private Delivery delivery(
      Mailbox mailbox,
      MessageGroup group,
      ConfiguredChannel configured,
      Address address,
      Instant now) {
    var message =
        configured.type().takesEveryMessage() && group.messages().size() == 1
            ? group.messages().getFirst().message()
            : null;
    var channel = configured.channel();
    var push = message == null ? together(group, now) : alone(group, message, now);
    return new Delivery(
        message == null ? push.id() : channel.id() + ":" + push.id(),
        channel.id(),
        mailbox.recipient(),
        address.to(),
        group.unit(),
        push.kind(),
        push.level(),
        push.count(),
        message == null ? null : message.id(),
        message == null ? null : message.caseId(),
        now,
        0,
        channel.body(push));
  }

  private Push together(MessageGroup group, Instant now) {
    var id = ids.get();
    var count = group.messages().size();
    return new Push(id, group.level(), group.kind().wire(), count, "/messages/" + id, now);
  }

  /** Its id is that of the message, so that the receiver recognises a repetition. */
  private static Push alone(MessageGroup group, Message message, Instant now) {
    var noticeId = message.noticeId();
    return new Push(
        message.id(),
        group.level(),
        group.kind().wire(),
        1,
        noticeId == null ? "/" : "/notices/" + noticeId,
        now,
        new About(
            message.unit(),
            message.caseId(),
            message.subject(),
            message.deadlineId(),
            noticeId,
            message.stage()));
  }
}
