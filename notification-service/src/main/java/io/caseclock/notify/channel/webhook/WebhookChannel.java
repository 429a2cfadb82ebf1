package io.caseclock.notify.channel.webhook;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.Delivery.Delivered;
import io.caseclock.notify.channel.Delivery.Failed;
import io.caseclock.notify.channel.Delivery.Reason;
import io.caseclock.notify.channel.Parcel;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.Receiver;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Posts a parcel to its receiver. Only the status counts: the answer's body is never read, so that
 * a receiver which answers and then hangs, or sends without end, holds nothing up.
 */
public final class WebhookChannel implements Channel {

  private final Receiver receiver;
  private final WebhookBody bodies;
  private final HttpClient client;
  private final Duration timeout;
  private final InstantSource clock;

  /**
   * @param connect how long a connection may take
   * @param timeout how long the status may take
   */
  public WebhookChannel(
      Receiver receiver,
      WebhookBody bodies,
      Duration connect,
      Duration timeout,
      InstantSource clock) {
    this.receiver = receiver;
    this.bodies = bodies;
    this.timeout = timeout;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(connect)
            .build();
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
  public Delivery send(Parcel parcel) {
    try {
      var answer = client.send(request(parcel), status -> new NoBody());
      return answer.statusCode() / 100 == 2
          ? new Delivered()
          : new Failed(Reason.BAD_STATUS, Integer.toString(answer.statusCode()));
    } catch (HttpTimeoutException e) {
      return new Failed(Reason.TIMEOUT, e.getClass().getSimpleName());
    } catch (IOException e) {
      return new Failed(Reason.UNREACHABLE, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed(Reason.UNREACHABLE, "interrupted");
    }
  }

  private HttpRequest request(Parcel parcel) {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(receiver.url())
        .timeout(timeout)
        .header("Content-Type", "application/cloudevents+json")
        .header("X-CaseClock-Timestamp", timestamp)
        .header("X-CaseClock-Signature", Signature.of(receiver.secret(), timestamp, parcel.body()))
        .POST(BodyPublishers.ofByteArray(parcel.body()))
        .build();
  }
}
