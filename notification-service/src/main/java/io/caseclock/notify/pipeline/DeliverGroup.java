package io.caseclock.notify.pipeline;

import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.channel.Address;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.NewDelivery;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.pipeline.Mailboxes.Mailbox;
import io.caseclock.notify.pipeline.PipelineResult.Dropped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Closes an envelope: a push without any content of a case, in the queue of its channel. */
public final class DeliverGroup {

  private final Mailboxes mailboxes;
  private final Channels channels;
  private final Directory directory;
  private final DeliveryQueue queue;
  private final Supplier<String> ids;

  public DeliverGroup(
      Mailboxes mailboxes,
      Channels channels,
      Directory directory,
      DeliveryQueue queue,
      Supplier<String> ids) {
    this.mailboxes = mailboxes;
    this.channels = channels;
    this.directory = directory;
    this.queue = queue;
    this.ids = ids;
  }

  /** Where the contact or the channel is gone since, the messages are dropped, with the reason. */
  void enclose(Mailbox mailbox, MessageGroup envelope, Instant now) {
    var id = ids.get();
    delivery(mailbox, envelope, id, now)
        .ifPresentOrElse(
            delivery -> {
              queue.add(delivery);
              mailboxes.enclosed(mailbox, envelope, id);
            },
            () -> mailboxes.settle(mailbox, undeliverable(envelope)));
  }

  private static PipelineResult undeliverable(MessageGroup envelope) {
    return new PipelineResult(
        List.of(),
        List.of(),
        envelope.messages().stream()
            .map(message -> new Dropped(message, Reason.UNDELIVERABLE))
            .toList());
  }

  private Optional<NewDelivery> delivery(
      Mailbox mailbox, MessageGroup envelope, String id, Instant now) {
    return channels
        .byId(mailbox.channel())
        .flatMap(
            channel ->
                address(mailbox, channel, now)
                    .map(address -> delivery(mailbox, envelope, id, channel, address, now)));
  }

  private Optional<Address> address(Mailbox mailbox, Channel channel, Instant now) {
    if (mailbox.addressee().startsWith(NewDelivery.GROUP)
        || mailbox.channel().equals(Notifier.IN_APP)) {
      return Optional.of(new Address(channel.id(), channel.kind(), null));
    }
    var officer = directory.officer(mailbox.addressee(), now);
    return channels
        .reach(
            channel.kind(),
            officer.map(OfficerEntry::contacts).orElse(Map.of()),
            officer.map(OfficerEntry::unit).map(directory::line).orElse(List.of()))
        .map(address -> new Address(channel.id(), channel.kind(), address.to()));
  }

  private static NewDelivery delivery(
      Mailbox mailbox,
      MessageGroup envelope,
      String id,
      Channel channel,
      Address address,
      Instant now) {
    var kind = envelope.kind().wire();
    var count = envelope.messages().size();
    return new NewDelivery(
        id,
        channel.id(),
        mailbox.addressee(),
        address.to(),
        envelope.unit(),
        kind,
        envelope.level(),
        count,
        channel.body(new Push(id, envelope.level(), kind, count, "/messages/" + id, now)),
        now);
  }
}
