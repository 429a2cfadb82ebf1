package io.caseclock.notify.channel.robot;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.wire.Json;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A group robot, signed where a secret is configured: a line of text into one group. */
final class RobotChannel implements Channel {

  private static final int MOST_OF_ANSWER = 4096;
  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

  private final String id;
  private final RobotFormat format;
  private final Target target;
  private final Optional<String> secret;
  private final PushText text;
  private final HttpPoster poster;
  private final InstantSource clock;

  RobotChannel(
      String id,
      RobotFormat format,
      Target target,
      Optional<String> secret,
      PushText text,
      HttpPoster poster,
      InstantSource clock) {
    this.id = id;
    this.format = format;
    this.target = target;
    this.secret = secret;
    this.text = text;
    this.poster = poster;
    this.clock = clock;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] body(Push push) {
    return Json.bytes(format.message(text.lines(push)));
  }

  @Override
  public DeliveryOutcome send(Delivery delivery) {
    var now = clock.instant();
    var url = secret.map(key -> format.url(target, now, key)).orElse(target.url());
    var body = secret.map(key -> format.body(delivery.body(), now, key)).orElse(delivery.body());
    return poster.send(url, HEADERS, body, MOST_OF_ANSWER).byCode(format.codeMember());
  }

  /** Leaves out where it leads to, and with what secret. */
  @Override
  public String toString() {
    return "RobotChannel[" + id + "]";
  }
}
