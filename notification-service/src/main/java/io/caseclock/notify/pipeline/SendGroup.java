package io.caseclock.notify.pipeline;

import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.channel.Address;
import io.caseclock.notify.channel.Channel;
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
    var alone = configured.type().takesEveryMessage() && group.messages().size() == 1;
    return alone
        ? alone(mailbox, group, configured.channel(), now)
        : together(mailbox, group, configured.channel(), address, now);
  }

  /** Its id follows from the message, so that the receiver recognises a repetition. */
  private static Delivery alone(Mailbox mailbox, MessageGroup group, Channel channel, Instant now) {
    var message = group.messages().getFirst().message();
    var push =
        new Push(
            message.id(),
            group.level(),
            group.kind().wire(),
            1,
            message.noticeId() == null ? "/" : "/notices/" + message.noticeId(),
            now,
            about(message));
    return new Delivery(
        channel.id() + ":" + message.id(),
        channel.id(),
        mailbox.recipient(),
        null,
        group.unit(),
        push.kind(),
        push.level(),
        1,
        message.id(),
        message.caseId(),
        now,
        0,
        channel.body(push));
  }

  private static About about(Message message) {
    return new About(
        message.unit(),
        message.caseId(),
        message.subject(),
        message.deadlineId(),
        message.noticeId(),
        message.stage());
  }

  private Delivery together(
      Mailbox mailbox, MessageGroup group, Channel channel, Address address, Instant now) {
    var id = ids.get();
    var count = group.messages().size();
    var push = new Push(id, group.level(), group.kind().wire(), count, "/messages/" + id, now);
    return new Delivery(
        id,
        channel.id(),
        mailbox.recipient(),
        address.to(),
        group.unit(),
        push.kind(),
        push.level(),
        count,
        null,
        null,
        now,
        0,
        channel.body(push));
  }
}
