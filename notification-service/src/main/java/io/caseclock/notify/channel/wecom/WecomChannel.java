package io.caseclock.notify.channel.wecom;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.wire.Json;
import java.util.Map;

/**
 * A WeCom group robot; the key in its url is the only secret it has.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91770">its message format</a>
 */
public final class WecomChannel implements Channel {

  private static final int MOST_OF_ANSWER = 4096;
  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

  private final String id;
  private final Target target;
  private final PushText text;
  private final HttpPoster post;

  public WecomChannel(String id, Target target, PushText text, HttpPoster post) {
    this.id = id;
    this.target = target;
    this.text = text;
    this.post = post;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WECOM;
  }

  @Override
  public byte[] body(Push push) {
    return Json.bytes(Map.of("msgtype", "text", "text", Map.of("content", text.lines(push))));
  }

  @Override
  public DeliveryOutcome send(Delivery delivery) {
    return post.send(target.url(), HEADERS, delivery.body(), MOST_OF_ANSWER).byCode("errcode");
  }
}
