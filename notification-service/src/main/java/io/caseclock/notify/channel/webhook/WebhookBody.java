package io.caseclock.notify.channel.webhook;

import io.caseclock.contract.EventId;
import io.caseclock.notify.channel.Outgoing;
import io.caseclock.notify.channel.Push;
import io.caseclock.wire.Json;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The structured CloudEvent that a receiver gets: identifiers, a level, a link. */
public final class WebhookBody {

  private final URI console;

  /**
   * @param console where people reach the console
   */
  public WebhookBody(URI console) {
    this.console = console;
  }

  public byte[] of(Outgoing outgoing) {
    return event(outgoing.id(), outgoing.kind(), outgoing.subject(), outgoing.at(), data(outgoing));
  }

  public byte[] of(Push push) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", push.level());
    data.put("count", push.count());
    data.put("link", console.resolve(push.path()).toString());
    return event(push.id(), push.kind(), "message/" + push.id(), push.at(), data);
  }

  private static byte[] event(
      String id, String type, String subject, Instant at, Map<String, Object> data) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", EventId.NOTIFICATION);
    event.put("type", type);
    event.put("subject", subject);
    event.put("time", at);
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return Json.bytes(event);
  }

  private Map<String, Object> data(Outgoing outgoing) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("level", outgoing.level());
    data.put("unit", outgoing.unit());
    data.put("caseId", outgoing.caseId());
    data.put("link", console.resolve(outgoing.path()).toString());
    put(data, "deadlineId", outgoing.deadlineId());
    put(data, "noticeId", outgoing.noticeId());
    put(data, "stage", outgoing.stage());
    return data;
  }

  private static void put(Map<String, Object> data, String member, @Nullable String value) {
    if (value != null) {
      data.put(member, value);
    }
  }
}
