package io.caseclock.notify.channel.dingtalk;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.Hmac;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.wire.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A DingTalk group robot, signed where a secret is configured.
 *
 * @see <a href="https://open.dingtalk.com/document/robots/custom-robot-access">its message
 *     format</a>
 */
public final class DingtalkChannel implements Channel {

  private static final int MOST_OF_ANSWER = 4096;
  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

  private final String id;
  private final Target target;
  private final Optional<String> secret;
  private final PushText text;
  private final HttpPoster post;
  private final InstantSource clock;

  public DingtalkChannel(
      String id,
      Target target,
      Optional<String> secret,
      PushText text,
      HttpPoster post,
      InstantSource clock) {
    this.id = id;
    this.target = target;
    this.secret = secret;
    this.text = text;
    this.post = post;
    this.clock = clock;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.DINGTALK;
  }

  @Override
  public byte[] body(Push push) {
    return Json.bytes(Map.of("msgtype", "text", "text", Map.of("content", text.lines(push))));
  }

  @Override
  public DeliveryOutcome send(Delivery delivery) {
    return post.send(url(), HEADERS, delivery.body(), MOST_OF_ANSWER).byCode("errcode");
  }

  private URI url() {
    return secret.map(key -> target.with(signed(clock.millis(), key))).orElse(target.url());
  }

  /**
   * The parameters of a signed request.
   *
   * @param millis since the epoch; the robot takes it for one hour
   */
  static String signed(long millis, String secret) {
    var sign = Hmac.base64(secret, millis + "\n" + secret);
    return "timestamp=" + millis + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8);
  }
}
