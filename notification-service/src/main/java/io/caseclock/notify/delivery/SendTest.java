package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.channel.Push;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a test by a channel at once. A success closes the channel's circuit; a failure opens none,
 * since it says nothing that the deliveries do not.
 */
public final class SendTest {

  private static final Duration BETWEEN_TESTS = Duration.ofSeconds(10);

  private final DeliveryQueue queue;
  private final AttemptRecorder recorder;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /**
   * @param recorder notes a test's outcome in a transaction of its own
   */
  public SendTest(
      DeliveryQueue queue, AttemptRecorder recorder, InstantSource clock, Supplier<String> ids) {
    this.queue = queue;
    this.recorder = recorder;
    this.clock = clock;
    this.ids = ids;
  }

  /** What comes of asking for a test. */
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

  /** Why nothing was sent. */
  public enum Refused implements Outcome {
    /** The channel was tested less than ten seconds ago. */
    TOO_SOON,
    /** The channel reaches one group or system, so that nobody can be named. */
    TAKES_NO_ADDRESS,
    /** An e-mail address or a mobile number is needed. */
    NEEDS_ADDRESS
  }

  /**
   * Sends a test.
   *
   * @param asked who gets it; for channels that reach persons only
   * @param unit whose delivery log tells of it
   */
  public Outcome send(ConfiguredChannel configured, @Nullable String asked, String unit) {
    var contact = configured.type().contact();
    if (contact.isEmpty() && asked != null && !asked.isBlank()) {
      return Refused.TAKES_NO_ADDRESS;
    }
    var to = contact.flatMap(one -> one.fitting(asked));
    if (contact.isPresent() && to.isEmpty()) {
      return Refused.NEEDS_ADDRESS;
    }
    var channel = configured.channel();
    if (queue.lastTestAfter(channel.id(), clock.instant().minus(BETWEEN_TESTS)).isPresent()) {
      return Refused.TOO_SOON;
    }
    return send(queue.addTest(delivery(channel, to.orElse(null), unit)), channel);
  }

  private Delivery delivery(Channel channel, @Nullable String to, String unit) {
    var id = "test:" + ids.get();
    var push = new Push(id, "ordinary", "test", 1, "/", clock.instant());
    return new Delivery(
        id,
        channel.id(),
        Delivery.GROUP + "test",
        to,
        unit,
        push.kind(),
        push.level(),
        push.count(),
        null,
        null,
        push.at(),
        1,
        channel.body(push));
  }

  private Report send(Delivery delivery, Channel channel) {
    var start = System.nanoTime();
    var outcome = channel.send(delivery);
    var took = Duration.ofNanos(System.nanoTime() - start);
    recorder.record(delivery, outcome, clock.instant(), took);
    return report(delivery.id(), outcome, took.toMillis());
  }

  private static Report report(String id, DeliveryOutcome outcome, long millis) {
    var name = outcome.name();
    return switch (outcome) {
      case Delivered ignored -> new Report(id, name, null, null, millis);
      case Failed failed -> new Report(id, name, failed.reason().name(), failed.detail(), millis);
      case Undeliverable never -> new Report(id, name, never.reason().name(), null, millis);
    };
  }
}
