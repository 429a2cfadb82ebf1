package io.caseclock.notify.channel.email;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Reason;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.channel.Push;
import io.caseclock.notify.channel.PushText;
import io.caseclock.wire.Json;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Plain text mail by the configured server. */
public final class EmailChannel implements Channel {

  /** There is one; the server it uses is that of {@code quarkus.mailer}. */
  public static final String ID = "email";

  private final ReactiveMailer mailer;
  private final String from;
  private final PushText text;
  private final Duration timeout;
  private final Executor eventLoop;

  /**
   * @param from a plain address; its domain is that of the Message-IDs
   * @param timeout how long the whole conversation with the server may take
   * @param eventLoop begins every conversation: begun by any other thread, the mail client loses a
   *     greeting that comes before it listens, and then waits for it until the end
   */
  public EmailChannel(
      ReactiveMailer mailer, String from, PushText text, Duration timeout, Executor eventLoop) {
    if (from.indexOf('@') < 1 || from.endsWith("@")) {
      throw new IllegalArgumentException("caseclock.email.from is no e-mail address");
    }
    this.mailer = mailer;
    this.from = from;
    this.text = text;
    this.timeout = timeout;
    this.eventLoop = eventLoop;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public byte[] body(Push push) {
    var subject = text.subject(push);
    return Json.bytes(
        Map.of("subject", subject.zh() + " / " + subject.en(), "text", text.lines(push) + "\n"));
  }

  @Override
  public DeliveryOutcome send(Delivery delivery) {
    var to = delivery.address();
    if (to == null) {
      return new Undeliverable(Reason.UNKNOWN_ADDRESSEE);
    }
    try {
      mailer.send(mail(delivery, to)).runSubscriptionOn(eventLoop).await().atMost(timeout);
      return new Delivered();
    } catch (RuntimeException e) {
      return SmtpFailure.of(e);
    }
  }

  private Mail mail(Delivery delivery, String to) {
    var body = Json.object(delivery.body());
    return Mail.withText(to, String.valueOf(body.get("subject")), String.valueOf(body.get("text")))
        .setFrom(from)
        .addHeader("Message-ID", messageId(delivery.id()))
        .addHeader("Auto-Submitted", "auto-generated");
  }

  /** Derived from the delivery's id, so that readers recognise a repetition. */
  private String messageId(String deliveryId) {
    var name = UUID.nameUUIDFromBytes(deliveryId.getBytes(StandardCharsets.UTF_8));
    return "<" + name + from.substring(from.indexOf('@')) + ">";
  }

  /** Leaves out where it leads to, and with what secret. */
  @Override
  public String toString() {
    return "EmailChannel[" + ID + "]";
  }
}
