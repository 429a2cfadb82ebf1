package io.caseclock.notify.pipeline;

import io.caseclock.notify.channel.Divert;
import io.caseclock.notify.channel.NewParcel;
import io.caseclock.notify.channel.Undelivered;
import io.caseclock.notify.routing.WhoIsTold;
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
public final class FindAnotherWay implements Undelivered {

  private final Stranded stranded;
  private final Post post;
  private final Ways ways;
  private final Duration circuitPause;

  public FindAnotherWay(Stranded stranded, Post post, Ways ways, Duration circuitPause) {
    this.stranded = stranded;
    this.post = post;
    this.ways = ways;
    this.circuitPause = circuitPause;
  }

  /** How a person is reached by one of these kinds of channels, in their order. */
  @FunctionalInterface
  public interface Ways {
    Optional<WhoIsTold.Way> of(String person, List<String> kinds, Instant at);
  }

  /**
   * Letters of parcels that did not arrive. Every method takes part in the caller's transaction.
   */
  public interface Stranded {

    List<Letter> of(List<String> parcelIds);

    /** Lets it wait in its mailbox again. */
    void backToMailbox(Letter letter, Instant readyAt);

    /** It is not told this way any more. */
    void drop(Letter letter, Reason reason);

    /** A stranded letter with its row. */
    record Letter(String messageId, Addressed row) {}
  }

  @Override
  public Set<String> onward(List<String> parcelIds, String reason, Instant now) {
    Set<String> otherWay = new HashSet<>();
    for (var letter : stranded.of(parcelIds)) {
      var way = ways.of(letter.row().addressee(), letter.row().onward(), now);
      if (way.isPresent()) {
        post.address(List.of(by(letter.row(), way.get(), now)));
        stranded.drop(letter, Reason.ONWARD);
        otherWay.add(letter.messageId());
      } else if (reason.equals(Divert.CIRCUIT_OPEN)) {
        stranded.backToMailbox(letter, now.plus(circuitPause));
        otherWay.add(letter.messageId());
      } else {
        stranded.drop(letter, Reason.UNDELIVERABLE);
        post.noteGap(letter.row().addressee(), now);
      }
    }
    return otherWay;
  }

  private static Addressed by(Addressed row, WhoIsTold.Way way, Instant now) {
    var address = way.address();
    return new Addressed(
        row.letterId(),
        address.to() == null ? NewParcel.GROUP + address.channel() : row.addressee(),
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
