package io.caseclock.notify.channel.webhook;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.Receiver;
import io.caseclock.notify.channel.http.HttpPoster;
import java.time.InstantSource;
import java.util.Map;

/**
 * Posts a delivery to its receiver. Only the status counts: the answer's body is never read, so
 * that a receiver which answers and then hangs, or sends without end, holds nothing up.
 */
public final class WebhookChannel implements Channel {

  private final Receiver receiver;
  private final WebhookBody bodies;
  private final HttpPoster post;
  private final InstantSource clock;

  public WebhookChannel(
      Receiver receiver, WebhookBody bodies, HttpPoster post, InstantSource clock) {
    this.receiver = receiver;
    this.bodies = bodies;
    this.post = post;
    this.clock = clock;
  }

  @Override
  public String id() {
    return receiver.name();
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public byte[] body(Push push) {
    return bodies.of(push);
  }

  @Override
  public DeliveryOutcome send(Delivery delivery) {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    var headers =
        Map.of(
            "Content-Type",
            "application/cloudevents+json",
            "X-CaseClock-Timestamp",
            timestamp,
            "X-CaseClock-Signature",
            Signature.of(receiver.secret(), timestamp, delivery.body()));
    return post.send(receiver.url(), headers, delivery.body(), 0).byStatus();
  }
}
