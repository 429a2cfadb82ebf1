package io.caseclock.notify.pipeline;

import io.caseclock.notify.channel.NewDelivery;
import io.caseclock.notify.delivery.DivertStranded;
import io.caseclock.notify.delivery.Undelivered;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.routing.RecipientResolver;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a channel could not deliver goes by the next one of its policy. Where there is none, it
 * waits for the channel, and then goes out as one digest; where its contact is wrong, that is a
 * gap.
 */
public final class Failover implements Undelivered {

  private final Stranded stranded;
  private final MessageStore post;
  private final Ways ways;
  private final Duration circuitPause;

  public Failover(Stranded stranded, MessageStore post, Ways ways, Duration circuitPause) {
    this.stranded = stranded;
    this.post = post;
    this.ways = ways;
    this.circuitPause = circuitPause;
  }

  /** How a person is reached by one of these kinds of channels, in their order. */
  @FunctionalInterface
  public interface Ways {
    Optional<RecipientResolver.Way> of(String person, List<String> kinds, Instant at);
  }

  /**
   * Messages of deliveries that did not arrive. Every method takes part in the caller's
   * transaction.
   */
  public interface Stranded {

    List<Message> of(List<String> deliveryIds);

    /** Lets it wait in its mailbox again. */
    void backToMailbox(Message message, Instant readyAt);

    /** It is not told this way any more. */
    void drop(Message message, Reason reason);

    /** A stranded message with its row. */
    record Message(String deliveryId, MessageRecipient row) {}
  }

  @Override
  public Set<String> onward(List<String> deliveryIds, String reason, Instant now) {
    Set<String> otherWay = new HashSet<>();
    for (var message : stranded.of(deliveryIds)) {
      var way = ways.of(message.row().addressee(), message.row().onward(), now);
      if (way.isPresent()) {
        post.address(List.of(by(message.row(), way.get(), now)));
        stranded.drop(message, Reason.ONWARD);
        otherWay.add(message.deliveryId());
      } else if (reason.equals(DivertStranded.CIRCUIT_OPEN)) {
        stranded.backToMailbox(message, now.plus(circuitPause));
        otherWay.add(message.deliveryId());
      } else {
        stranded.drop(message, Reason.UNDELIVERABLE);
        post.noteGap(message.row().addressee(), now);
      }
    }
    return otherWay;
  }

  private static MessageRecipient by(MessageRecipient row, RecipientResolver.Way way, Instant now) {
    var address = way.address();
    return new MessageRecipient(
        row.messageId(),
        address.to() == null ? NewDelivery.GROUP + address.channel() : row.addressee(),
        address.channel(),
        row.unit(),
        row.why(),
        row.critical(),
        row.digest(),
        way.onward(),
        row.queuedAt(),
        now);
  }
}
