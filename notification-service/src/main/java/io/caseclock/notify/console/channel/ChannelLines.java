package io.caseclock.notify.console.channel;

import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Contact;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.console.frame.CommonTexts;
import io.caseclock.notify.console.frame.CurrentLanguage;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.DeliveryLog.Attempts;
import io.caseclock.notify.delivery.DeliveryRecord;
import io.caseclock.notify.delivery.SendTest.Report;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.Superseded;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts stored words of channels and deliveries into the language of the page. */
@RequestScoped
public class ChannelLines {

  private final CurrentLanguage language;
  private final PageFormat format;

  @Inject
  ChannelLines(CurrentLanguage language, PageFormat format) {
    this.language = language;
    this.format = format;
  }

  /**
   * A channel as it does.
   *
   * @param circuit null where nothing was ever sent by it
   * @param hour the tries of the last hour
   */
  ChannelLine channel(
      ConfiguredChannel channel, @Nullable Circuit circuit, long waiting, Attempts hour) {
    var lastError = circuit == null ? "" : reason(circuit.lastError());
    return new ChannelLine(
        channel.id(),
        format.pick(channel.type().title()),
        true,
        channel.type().contact().map(Contact::inputType).orElse(""),
        circuit,
        lastError,
        waiting,
        hour);
  }

  /** The inbox, which always works and where nothing waits. */
  ChannelLine inbox(Attempts none) {
    var id = MessageRecipient.IN_APP;
    var well = Circuit.closed(Instant.EPOCH);
    return new ChannelLine(id, texts().inbox(), false, "", well, "", 0, none);
  }

  /**
   * The words for a reason with its detail, as {@code TIMEOUT: no answer in time}. A detail that is
   * not ours, such as a status or the name of a fault, stays as it is.
   */
  private String reason(@Nullable String text) {
    if (text == null) {
      return "";
    }
    var cut = text.indexOf(": ");
    var word = cut < 0 ? text : text.substring(0, cut);
    var lower = word.toLowerCase(Locale.ROOT);
    var known = texts().reason(lower);
    var said = known.equals(lower) ? word : known;
    return cut < 0 ? said : texts().reasonWithDetail(said, texts().detail(text.substring(cut + 2)));
  }

  DeliveryLine delivery(DeliveryRecord delivery) {
    var outcome = outcome(delivery);
    return new DeliveryLine(
        delivery, recipient(delivery), kind(delivery.kind()), outcome, detail(delivery, outcome));
  }

  private String recipient(DeliveryRecord delivery) {
    var recipient = delivery.addressee();
    if (delivery.kind().equals("test")) {
      return texts().testRecipient();
    }
    return recipient.startsWith(Delivery.GROUP) ? texts().group() : format.officer(recipient);
  }

  private String kind(String stored) {
    return switch (stored) {
      case "test" -> texts().kindTest();
      case "digest" -> texts().kindDigest();
      default ->
          Arrays.stream(MessageKind.values())
              .filter(kind -> kind.wire().equals(stored))
              .findFirst()
              .map(language.texts(CommonTexts.class)::kind)
              .orElse(stored);
    };
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

  /** When it arrived, or why it has not. */
  private String detail(DeliveryRecord delivery, String outcome) {
    return switch (outcome) {
      case "delivered" -> format.moment(delivery.deliveredAt());
      case "taken_back" -> takenBack(Objects.toString(delivery.takenBackReason(), ""));
      default -> reason(delivery.lastReason());
    };
  }

  /** It went another way, or what it said no longer holds. */
  private String takenBack(String reason) {
    return Arrays.stream(Superseded.values())
        .filter(why -> why.wire().equals(reason))
        .findFirst()
        .map(language.texts(CommonTexts.class)::superseded)
        .orElseGet(() -> reason(reason));
  }

  /** How a test went, in words. */
  String tested(String channel, Report report) {
    if (report.outcome().equals("delivered")) {
      return texts().delivered(channel, report.millis());
    }
    var reason = report.reason();
    var detail = report.detail();
    var said = detail == null || reason == null ? reason : reason + ": " + detail;
    return texts().failed(channel, reason(said));
  }

  private ChannelTexts texts() {
    return language.texts(ChannelTexts.class);
  }

  /** The look of a circuit's badge. */
  @TemplateExtension
  static String tag(Circuit.State state) {
    return switch (state) {
      case CLOSED -> "tag-done";
      case OPEN -> "tag-breach";
      case HALF_OPEN -> "tag-attention";
    };
  }

  /**
   * A channel as the page shows it.
   *
   * @param field the type of the field for whoever gets a test; empty where it has one receiver
   * @param circuit null where nothing was ever sent by it
   * @param lastError empty where there was none
   */
  record ChannelLine(
      String id,
      String kind,
      boolean canBeTested,
      String field,
      @Nullable Circuit circuit,
      String lastError,
      long waiting,
      Attempts hour) {

    public String path() {
      return Links.segment(id);
    }
  }

  /** A line of the delivery log, with masked addresses. */
  record DeliveryLine(
      DeliveryRecord delivery, String recipient, String kind, String outcome, String detail) {

    /** The look of the outcome's badge. */
    public String tag() {
      return switch (outcome) {
        case "delivered" -> "tag-done";
        case "given_up" -> "tag-breach";
        case "waiting" -> "tag-open";
        default -> "tag-gone";
      };
    }
  }
}
