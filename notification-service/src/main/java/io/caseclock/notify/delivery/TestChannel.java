package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.Contact;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.channel.NewDelivery;
import io.caseclock.notify.channel.Push;
import io.caseclock.problem.ProblemType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a test at once. A success closes the channel's circuit; a failure opens none, since it says
 * nothing that the deliveries do not.
 */
public final class TestChannel {

  private static final Duration BETWEEN_TESTS = Duration.ofSeconds(10);

  private final DeliveryLog deliveries;
  private final RecordAttempt attempts;
  private final InstantSource clock;
  private final Consumer<Runnable> transaction;

  /**
   * Sends outside of any transaction.
   *
   * @param transaction runs what notes the outcome in one of its own
   */
  public TestChannel(
      DeliveryLog deliveries,
      RecordAttempt attempts,
      InstantSource clock,
      Consumer<Runnable> transaction) {
    this.deliveries = deliveries;
    this.attempts = attempts;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * How a test went.
   *
   * @param id of the line in the delivery log
   * @param outcome delivered, failed or undeliverable
   */
  public record Report(
      String id, String outcome, @Nullable String reason, @Nullable String detail, long millis)
      implements Outcome {}

  /** Nothing was sent. */
  public record Refused(Why why) implements Outcome {}

  /** Why not. */
  public enum Why {
    /** The inbox is part of CaseClock. */
    NOTHING_TO_TEST(ProblemType.STATE_FORBIDS),
    /** It was tested less than ten seconds ago. */
    TESTED_JUST_NOW(ProblemType.STATE_FORBIDS),
    /** A channel with one receiver of its own takes none. */
    TAKES_NO_RECEIVER(ProblemType.MALFORMED_REQUEST),
    /** It needs an e-mail address or a mobile number. */
    NEEDS_RECEIVER(ProblemType.MALFORMED_REQUEST);

    private final ProblemType type;

    Why(ProblemType type) {
      this.type = type;
    }

    /** What kind of problem that is for whoever asked. */
    public ProblemType type() {
      return type;
    }
  }

  /**
   * Sends a test by a channel.
   *
   * @param asked who gets it; for e-mail and text messages only
   * @param unit whose delivery log tells of it
   */
  public Outcome run(Channel channel, @Nullable String asked, String unit) {
    var given = Objects.toString(asked, "");
    var refusal = refusal(channel, given);
    return refusal.isPresent() ? new Refused(refusal.get()) : send(channel, given, unit);
  }

  private Optional<Why> refusal(Channel channel, String asked) {
    var kind = channel.kind();
    if (kind == ChannelKind.IN_APP) {
      return Optional.of(Why.NOTHING_TO_TEST);
    }
    if (!kind.isPersonal() && !asked.isBlank()) {
      return Optional.of(Why.TAKES_NO_RECEIVER);
    }
    if (kind.isPersonal() && receiver(kind, asked).isEmpty()) {
      return Optional.of(Why.NEEDS_RECEIVER);
    }
    return deliveries.lastTestAfter(channel.id(), clock.instant().minus(BETWEEN_TESTS)).isPresent()
        ? Optional.of(Why.TESTED_JUST_NOW)
        : Optional.empty();
  }

  private static Optional<String> receiver(ChannelKind kind, String asked) {
    return Contact.of(kind, Map.of("email", asked, "mobile", asked));
  }

  private Report send(Channel channel, String asked, String unit) {
    var now = clock.instant();
    var id = "test:" + UUID.randomUUID();
    var push = new Push(id, "ordinary", "test", 1, "/", now);
    var delivery =
        deliveries.addTest(
            new NewDelivery(
                id,
                channel.id(),
                NewDelivery.GROUP + "test",
                receiver(channel.kind(), asked).orElse(null),
                unit,
                push.kind(),
                push.level(),
                push.count(),
                channel.body(push),
                now));
    return report(delivery, channel);
  }

  private Report report(Delivery delivery, Channel channel) {
    var start = System.nanoTime();
    var outcome = channel.send(delivery);
    var took = Duration.ofNanos(System.nanoTime() - start);
    transaction.accept(() -> attempts.noteTest(delivery, outcome, clock.instant(), took));
    return report(delivery.id(), outcome, took.toMillis());
  }

  private static Report report(String id, DeliveryOutcome outcome, long millis) {
    var name = RecordAttempt.nameOf(outcome);
    return switch (outcome) {
      case Delivered ignored -> new Report(id, name, null, null, millis);
      case Failed failed -> new Report(id, name, failed.reason().name(), failed.detail(), millis);
      case Undeliverable never -> new Report(id, name, never.reason().name(), null, millis);
    };
  }
}
