package io.caseclock.notify.console;

import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Contact;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.DeliveryLog.Attempts;
import io.caseclock.notify.delivery.DeliveryRecord;
import io.caseclock.notify.delivery.SendTest.Report;
import io.caseclock.notify.message.MessageRecipient;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns channels and deliveries into lines of a page in one language. */
final class ChannelLines {

  private static final Attempts NONE = new Attempts(0, 0);

  private final Lines lines;

  ChannelLines(Lines lines) {
    this.lines = lines;
  }

  /**
   * A channel as it does.
   *
   * @param circuit null where nothing was ever sent by it
   * @param tries of the last hour; null where there were none
   */
  ChannelLine channel(
      ConfiguredChannel channel,
      @Nullable Circuit circuit,
      long waiting,
      @Nullable Attempts tries) {
    var hour = Objects.requireNonNullElse(tries, NONE);
    return new ChannelLine(
        channel.id(),
        Links.segment(channel.id()),
        kindName(channel),
        state(circuit),
        colour(circuit),
        circuit == null || circuit.isClosed() ? "" : lines.moment(circuit.since()),
        circuit == null ? "" : lines.moment(circuit.probeAt()),
        circuit == null ? "" : reason(circuit.lastError()),
        circuit == null ? "" : lines.moment(circuit.lastErrorAt()),
        waiting,
        hour.delivered(),
        hour.failed(),
        true,
        channel.type().contact().map(Contact::inputType).orElse(""));
  }

  /** The inbox, which always works and where nothing waits. */
  ChannelLine inbox() {
    var id = MessageRecipient.IN_APP;
    var name = lines.text("channel_inbox");
    return new ChannelLine(
        id, id, name, state(null), colour(null), "", "", "", "", 0, 0, 0, false, "");
  }

  private String state(@Nullable Circuit circuit) {
    if (circuit == null) {
      return lines.text("circuit_unused");
    }
    return lines.text("circuit_" + circuit.state().name().toLowerCase(Locale.ROOT));
  }

  private static String colour(@Nullable Circuit circuit) {
    if (circuit == null) {
      return "tag-gone";
    }
    return switch (circuit.state()) {
      case CLOSED -> "tag-done";
      case OPEN -> "tag-breach";
      case HALF_OPEN -> "tag-attention";
    };
  }

  private String kindName(ConfiguredChannel channel) {
    return lines.pick(channel.type().title());
  }

  /** The word for a reason with its detail, as {@code TIMEOUT: no answer in time}. */
  private String reason(@Nullable String text) {
    if (text == null) {
      return "";
    }
    var cut = text.indexOf(": ");
    var word = cut < 0 ? text : text.substring(0, cut);
    var known = lines.textOr("reason_" + word.toLowerCase(Locale.ROOT), word);
    return cut < 0 ? known : lines.say("reason_with_detail", known, text.substring(cut + 2));
  }

  DeliveryLine delivery(DeliveryRecord delivery) {
    return new DeliveryLine(
        lines.moment(delivery.queuedAt()),
        delivery.channel(),
        addressee(delivery),
        Objects.toString(delivery.to(), ""),
        lines.textOr("kind_" + delivery.kind(), delivery.kind()),
        delivery.count(),
        lines.textOr("level_" + delivery.level(), delivery.level()),
        delivery.level(),
        lines.unit(delivery.unit()),
        lines.word("delivery_", outcome(delivery)),
        outcomeColour(delivery),
        detail(delivery),
        delivery.attempts());
  }

  private String addressee(DeliveryRecord delivery) {
    var addressee = delivery.addressee();
    if (delivery.kind().equals("test")) {
      return lines.text("addressee_test");
    }
    if (addressee.startsWith(Delivery.GROUP)) {
      return lines.text("addressee_group");
    }
    return lines.officer(addressee);
  }

  private static String outcome(DeliveryRecord delivery) {
    if (delivery.deliveredAt() != null) {
      return "delivered";
    }
    if (delivery.takenBackAt() != null) {
      return "taken_back";
    }
    return delivery.givenUpAt() == null ? "waiting" : "given_up";
  }

  private static String outcomeColour(DeliveryRecord delivery) {
    return switch (outcome(delivery)) {
      case "delivered" -> "tag-done";
      case "given_up" -> "tag-breach";
      case "waiting" -> "tag-open";
      default -> "tag-gone";
    };
  }

  /** When it arrived, or why it has not. */
  private String detail(DeliveryRecord delivery) {
    return switch (outcome(delivery)) {
      case "delivered" -> lines.moment(delivery.deliveredAt());
      case "taken_back" -> takenBack(Objects.toString(delivery.takenBackReason(), ""));
      default -> reason(delivery.lastReason());
    };
  }

  /** It went another way, or what it said no longer holds. */
  private String takenBack(String reason) {
    return lines.textOr("superseded_" + reason, reason(reason));
  }

  /** How a test went, in words. */
  String tested(String channel, Report report) {
    if (report.outcome().equals("delivered")) {
      return lines.say("channel_test_delivered", channel, report.millis());
    }
    var reason = report.reason();
    var detail = report.detail();
    var said = detail == null || reason == null ? reason : reason + ": " + detail;
    return lines.say("channel_test_failed", channel, reason(said));
  }

  /** A hint for those who can do something about it. */
  String failing(ConfiguredChannel channel) {
    return lines.say("channel_failing", kindName(channel), channel.id());
  }

  /**
   * A channel as the page shows it.
   *
   * @param since since when it fails; empty while it works
   * @param field the type of the field for whoever gets a test; empty where it has one receiver
   */
  public record ChannelLine(
      String id,
      String path,
      String kind,
      String state,
      String colour,
      String since,
      String probe,
      String lastError,
      String lastErrorAt,
      long waiting,
      long delivered,
      long failed,
      boolean canBeTested,
      String field) {}

  /** A line of the delivery log, with masked addresses. */
  public record DeliveryLine(
      String at,
      String channel,
      String addressee,
      String to,
      String kind,
      int count,
      String level,
      String severity,
      String unit,
      String outcome,
      String colour,
      String detail,
      int attempts) {}
}
