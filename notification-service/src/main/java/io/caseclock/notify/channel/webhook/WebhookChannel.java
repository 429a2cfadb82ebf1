package io.caseclock.notify.channel.webhook;

import io.caseclock.contract.EventId;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.Push.About;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.wire.Json;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts a signed, structured CloudEvent to its receiver: identifiers, a level, a link. Only the
 * status counts: the answer's body is never read, so that a receiver which answers and then hangs,
 * or sends without end, holds nothing up.
 */
public final class WebhookChannel implements Channel {

  private final String id;
  private final Target target;
  private final String secret;
  private final PushText text;
  private final HttpPoster poster;
  private final InstantSource clock;

  public WebhookChannel(
      String id,
      Target target,
      String secret,
      PushText text,
      HttpPoster poster,
      InstantSource clock) {
    this.id = id;
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
    var about = push.about();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", push.id());
    event.put("source", EventId.NOTIFICATION);
    event.put("type", push.kind());
    event.put("subject", about == null ? "message/" + push.id() : about.subject());
    event.put("time", push.at());
    event.put("datacontenttype", "application/json");
    event.put("data", about == null ? several(push) : one(push, about));
    return Json.bytes(event);
  }

  private Map<String, Object> several(Push push) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", push.level());
    data.put("count", push.count());
    data.put("link", text.link(push));
    return data;
  }

  private Map<String, Object> one(Push push, About about) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", push.level());
    data.put("unit", about.unit());
    data.put("caseId", about.caseId());
    data.put("link", text.link(push));
    put(data, "deadlineId", about.deadlineId());
    put(data, "noticeId", about.noticeId());
    put(data, "stage", about.stage());
    return data;
  }

  private static void put(Map<String, Object> data, String member, @Nullable String value) {
    if (value != null) {
      data.put(member, value);
    }
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
            Signature.of(secret, timestamp, delivery.body()));
    return poster.send(target.url(), headers, delivery.body(), 0).byStatus();
  }

  /** Leaves out where it leads to, and with what secret. */
  @Override
  public String toString() {
    return "WebhookChannel[" + id + "]";
  }
}
