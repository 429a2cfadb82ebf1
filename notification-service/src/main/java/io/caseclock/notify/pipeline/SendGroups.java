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
import io.caseclock.notify.delivery.DeliverySpans;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.pipeline.Mailboxes.Mailbox;
import io.caseclock.notify.pipeline.Mailboxes.Settled;
import io.caseclock.notify.pipeline.Mailboxes.WentOut;
import io.caseclock.notify.pipeline.PipelineResult.Dropped;
import io.opentelemetry.api.trace.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends groups of messages: into the recipient's inbox at once, or as deliveries in the queue of a
 * channel, without any content of a case. What a batch of mailboxes sends is written together.
 */
public final class SendGroups {

  private final Mailboxes mailboxes;
  private final Inboxes inboxes;
  private final DeliveryQueue queue;
  private final Channels channels;
  private final Directory directory;
  private final Supplier<String> ids;
  private final DeliverySpans spans;

  public SendGroups(
      Mailboxes mailboxes,
      Inboxes inboxes,
      DeliveryQueue queue,
      Channels channels,
      Directory directory,
      Supplier<String> ids,
      DeliverySpans spans) {
    this.mailboxes = mailboxes;
    this.inboxes = inboxes;
    this.queue = queue;
    this.channels = channels;
    this.directory = directory;
    this.ids = ids;
    this.spans = spans;
  }

  Outbound outbound(Instant now) {
    return new Outbound(now);
  }

  /** What goes out of the mailboxes of one batch. */
  final class Outbound {

    private final Instant now;
    private final List<InboxEntry> entries = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();

    private Outbound(Instant now) {
      this.now = now;
    }

    /** Where the contact or the channel is gone since, a group is dropped, with the reason. */
    void take(Mailbox mailbox, PipelineResult result) {
      List<WentOut> out = new ArrayList<>();
      List<Dropped> dropped = new ArrayList<>(result.dropped());
      for (var group : result.groups()) {
        sent(mailbox, group)
            .ifPresentOrElse(
                id -> out.add(new WentOut(group, id)),
                () ->
                    group
                        .messages()
                        .forEach(one -> dropped.add(new Dropped(one, Reason.UNDELIVERABLE))));
      }
      settled.add(new Settled(mailbox, result.held(), dropped, out));
    }

    private Optional<String> sent(Mailbox mailbox, MessageGroup group) {
      if (mailbox.channel().equals(MessageRecipient.IN_APP)) {
        var entry = entry(mailbox, group, now);
        entries.add(entry);
        return Optional.of(entry.id());
      }
      var delivery = delivery(mailbox, group, now);
      delivery.ifPresent(deliveries::add);
      return delivery.map(Delivery::id);
    }

    /** Writes all that was taken. */
    void send() {
      inboxes.add(entries);
      queue.add(deliveries);
      mailboxes.settle(settled);
      spans
          .begin(MessageRecipient.IN_APP, entries.stream().map(InboxEntry::id).toList())
          .values()
          .forEach(Span::end);
    }
  }

  private InboxEntry entry(Mailbox mailbox, MessageGroup group, Instant now) {
    return new InboxEntry(
        0,
        ids.get(),
        mailbox.recipient(),
        group.kind(),
        group.level(),
        group.messages().size(),
        now,
        null,
        List.of());
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
