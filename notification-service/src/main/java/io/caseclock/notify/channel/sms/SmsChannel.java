package io.caseclock.notify.channel.sms;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.Answer;
import io.caseclock.notify.channel.http.Answer.Answered;
import io.caseclock.notify.channel.http.Answer.Lost;
import io.caseclock.notify.channel.http.HttpPoster;
import io.caseclock.notify.channel.sms.Template.LackingException;
import io.caseclock.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A gateway for text messages that takes an HTTP post. */
public final class SmsChannel implements Channel {

  private static final int MOST_OF_ANSWER = 8192;

  private final String id;
  private final Gateway gateway;
  private final PushText text;
  private final HttpPoster poster;

  public SmsChannel(String id, Gateway gateway, PushText text, HttpPoster poster) {
    this.id = id;
    this.gateway = gateway;
    this.text = text;
    this.poster = poster;
  }

  @Override
  public String id() {
    return id;
  }

  /** What fills the template, but for the number. */
  @Override
  public byte[] body(Push push) {
    var line = text.line(push);
    return Json.bytes(
        Map.of(
            "id", push.id(),
            "level", push.level(),
            "kind", push.kind(),
            "count", Integer.toString(push.count()),
            "link", text.link(push),
            "text", line.zh(),
            "textEn", line.en()));
  }

  @Override
  public DeliveryOutcome send(Delivery delivery) {
    var to = delivery.address();
    if (to == null) {
      return new Undeliverable(Reason.UNKNOWN_ADDRESSEE);
    }
    Map<String, String> values = new LinkedHashMap<>();
    Json.object(delivery.body()).forEach((place, value) -> values.put(place, value.toString()));
    values.put("to", to);
    var most = gateway.success().isPresent() ? MOST_OF_ANSWER : 0;
    try {
      var body = gateway.template().fill(values);
      return outcome(poster.send(gateway.target().url(), gateway.headers(), body, most));
    } catch (LackingException e) {
      return new Undeliverable(Reason.NOT_WRITABLE);
    }
  }

  private DeliveryOutcome outcome(Answer answer) {
    return switch (answer) {
      case Lost lost -> lost.failed();
      case Answered answered when !gateway.isExpected(answered.status()) -> answered.refused();
      case Answered answered ->
          gateway.takes(answered.body())
              ? new Delivered()
              : new Failed(Reason.REJECTED, "the answer is not the one expected");
    };
  }

  /** Leaves out where it leads to, and with what secret. */
  @Override
  public String toString() {
    return "SmsChannel[" + id + "]";
  }
}
