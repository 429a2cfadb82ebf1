package io.caseclock.notify.delivery.rest;

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
import io.caseclock.notify.delivery.RecordAttempt;
import io.caseclock.notify.delivery.jdbc.JdbcTestDeliveries;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends a test at once. A success closes the channel's circuit; a failure opens none, since it says
 * nothing that the deliveries do not.
 */
@ApplicationScoped
public class TestChannel {

  private static final Duration BETWEEN_TESTS = Duration.ofSeconds(10);

  private final JdbcTestDeliveries deliveries;
  private final RecordAttempt notes;
  private final InstantSource clock;

  @Inject
  TestChannel(JdbcTestDeliveries deliveries, RecordAttempt notes, InstantSource clock) {
    this.deliveries = deliveries;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * How a test went.
   *
   * @param id of the line in the delivery log
   * @param outcome delivered, failed or undeliverable
   */
  public record Report(
      String id, String outcome, @Nullable String reason, @Nullable String detail, long millis) {}

  /**
   * Sends a test by a channel.
   *
   * @param asked who gets it; for e-mail and text messages only
   * @param unit whose delivery log tells of it
   */
  public Report run(Channel channel, @Nullable String asked, String unit) {
    if (channel.kind() == ChannelKind.IN_APP) {
      throw new ProblemException(
          ProblemType.STATE_FORBIDS, "The inbox is part of CaseClock; there is nothing to test.");
    }
    var to = to(channel, asked);
    var now = clock.instant();
    deliveries
        .lastAfter(channel.id(), now.minus(BETWEEN_TESTS))
        .ifPresent(
            last -> {
              throw new ProblemException(
                  ProblemType.STATE_FORBIDS,
                  "This channel was tested a moment ago. Try again in ten seconds.");
            });
    var id = "test:" + UUID.randomUUID();
    var push = new Push(id, "ordinary", "test", 1, "/", now);
    var delivery =
        deliveries.add(
            new NewDelivery(
                id,
                channel.id(),
                NewDelivery.GROUP + "test",
                to,
                unit,
                push.kind(),
                push.level(),
                push.count(),
                channel.body(push),
                now));
    return report(delivery, channel);
  }

  private static @Nullable String to(Channel channel, @Nullable String asked) {
    if (!channel.kind().isPersonal()) {
      if (asked != null && !asked.isBlank()) {
        throw Parameters.refused("to", "is for e-mail and text messages only; leave it out");
      }
      return null;
    }
    var given = asked == null ? "" : asked;
    return Contact.of(channel.kind(), Map.of("email", given, "mobile", given))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    "Say in \"to\" which e-mail address or mobile number gets the test."));
  }

  private Report report(Delivery delivery, Channel channel) {
    var start = System.nanoTime();
    var outcome = channel.send(delivery);
    var took = Duration.ofNanos(System.nanoTime() - start);
    QuarkusTransaction.requiringNew()
        .run(() -> notes.noteTest(delivery, outcome, clock.instant(), took));
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
