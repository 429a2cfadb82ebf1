package io.caseclock.notify.channel.feishu;

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
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Feishu group robot, signed where a secret is configured.
 *
 * @see <a href="https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot">its message
 *     format</a>
 */
public final class FeishuChannel implements Channel {

  private static final int MOST_OF_ANSWER = 4096;
  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

  private final String id;
  private final Target target;
  private final Optional<String> secret;
  private final PushText text;
  private final HttpPoster post;
  private final InstantSource clock;

  public FeishuChannel(
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
    return ChannelKind.FEISHU;
  }

  @Override
  public byte[] body(Push push) {
    return Json.bytes(Map.of("msg_type", "text", "content", Map.of("text", text.lines(push))));
  }

  @Override
  public DeliveryOutcome send(Delivery delivery) {
    var seconds = clock.instant().getEpochSecond();
    var body = secret.map(key -> signed(delivery.body(), seconds, key)).orElse(delivery.body());
    return post.send(target.url(), HEADERS, body, MOST_OF_ANSWER).byCode("code");
  }

  /** Signing stands inside the body, beside the message. */
  private static byte[] signed(byte[] body, long seconds, String secret) {
    Map<String, Object> signed = new LinkedHashMap<>(Json.object(body));
    signed.put("timestamp", Long.toString(seconds));
    signed.put("sign", sign(seconds, secret));
    return Json.bytes(signed);
  }

  /**
   * The text to sign is the key, and nothing is signed with it.
   *
   * @param seconds since the epoch; the robot takes it for one hour
   */
  static String sign(long seconds, String secret) {
    return Hmac.base64(seconds + "\n" + secret, "");
  }
}
