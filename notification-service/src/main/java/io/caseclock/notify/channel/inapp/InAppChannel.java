package io.caseclock.notify.channel.inapp;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.InboxDoor;
import io.caseclock.notify.channel.Push;
import io.caseclock.wire.Json;
import java.time.InstantSource;
import java.util.Map;

/** Files a delivery in the addressee's inbox, from where the stream of live messages takes it. */
public final class InAppChannel implements Channel {

  /** There is one, and it needs no configuration. */
  public static final String ID = ChannelKind.IN_APP.wire();

  private final InboxDoor inbox;
  private final InstantSource clock;

  public InAppChannel(InboxDoor inbox, InstantSource clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.IN_APP;
  }

  @Override
  public byte[] body(Push push) {
    return Json.bytes(
        Map.of(
            "id", push.id(),
            "kind", push.kind(),
            "level", push.level(),
            "count", push.count(),
            "path", push.path()));
  }

  @Override
  public DeliveryOutcome send(Delivery delivery) {
    try {
      inbox.arrive(delivery, clock.instant());
      return new Delivered();
    } catch (RuntimeException e) {
      return new Failed(DeliveryOutcome.Reason.BROKEN, e.getClass().getSimpleName());
    }
  }
}
