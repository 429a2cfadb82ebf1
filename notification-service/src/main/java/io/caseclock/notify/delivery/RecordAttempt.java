package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.delivery.Deliveries.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Notes how an attempt went: with the delivery, in the log, and on the channel's circuit. */
public final class RecordAttempt {

  private final Deliveries deliveries;
  private final Circuits circuits;
  private final Undelivered undelivered;
  private final RetryPolicy retries;
  private final Circuit.Policy policy;
  private final DoubleSupplier jitter;

  /**
   * @param jitter from 0 inclusive to 1 exclusive
   */
  public RecordAttempt(
      Deliveries deliveries,
      Circuits circuits,
      Undelivered undelivered,
      RetryPolicy retries,
      Circuit.Policy policy,
      DoubleSupplier jitter) {
    this.deliveries = deliveries;
    this.circuits = circuits;
    this.undelivered = undelivered;
    this.retries = retries;
    this.policy = policy;
    this.jitter = jitter;
  }

  /**
   * All of it in the caller's transaction.
   *
   * @return the channel's circuit, where this opened or closed it
   */
  public Optional<Circuit> note(
      Delivery delivery, DeliveryOutcome outcome, Instant at, Duration took) {
    var tried = tried(outcome, at);
    deliveries.attempted(delivery, tried, nameOf(outcome), took);
    return switch (outcome) {
      case Delivered ignored -> {
        deliveries.delivered(delivery, at);
        yield well(delivery.channel(), at);
      }
      case Undeliverable ignored -> {
        giveUp(delivery, tried);
        yield well(delivery.channel(), at);
      }
      case Failed ignored -> failed(delivery, tried);
    };
  }

  /**
   * What a person sent to see whether the channel works: never tried again, and of its outcomes
   * only a success tells anything of the circuit. In the caller's transaction.
   */
  public void noteTest(Delivery delivery, DeliveryOutcome outcome, Instant at, Duration took) {
    var tried = tried(outcome, at);
    deliveries.attempted(delivery, tried, nameOf(outcome), took);
    if (outcome instanceof Delivered) {
      deliveries.delivered(delivery, at);
      well(delivery.channel(), at);
    } else {
      deliveries.givenUp(delivery, tried);
    }
  }

  /** As logs and metrics spell it: {@code delivered}, {@code failed}, {@code undeliverable}. */
  public static String nameOf(DeliveryOutcome outcome) {
    return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static Tried tried(DeliveryOutcome outcome, Instant at) {
    return switch (outcome) {
      case Delivered ignored -> new Tried(at, null, true);
      case Undeliverable never -> new Tried(at, never.reason().name(), false);
      case Failed failed ->
          new Tried(at, failed.reason() + ": " + failed.detail(), !failed.isCertain());
    };
  }

  /** The usual case, a channel that is well anyway, waits for no lock. */
  private Optional<Circuit> well(String channel, Instant at) {
    var seen = circuits.of(channel, at);
    if (seen.isClosed() && seen.failures() == 0) {
      return Optional.empty();
    }
    var before = circuits.lock(channel, at);
    var circuit = before.succeeded(at);
    circuits.save(channel, circuit);
    return before.isClosed() ? Optional.empty() : Optional.of(circuit);
  }

  private Optional<Circuit> failed(Delivery delivery, Tried tried) {
    var before = circuits.lock(delivery.channel(), tried.at());
    var circuit = before.failed(tried.at(), String.valueOf(tried.reason()), policy);
    circuits.save(delivery.channel(), circuit);
    var next = retries.next(delivery, circuit.isClosed(), tried.at(), jitter);
    if (next.isPresent()) {
      deliveries.failed(delivery, tried, next.get());
    } else {
      giveUp(delivery, tried);
    }
    return before.isClosed() && !circuit.isClosed() ? Optional.of(circuit) : Optional.empty();
  }

  private void giveUp(Delivery delivery, Tried tried) {
    if (deliveries.givenUp(delivery, tried) && delivery.isOfPipeline()) {
      undelivered.onward(List.of(delivery.id()), String.valueOf(tried.reason()), tried.at());
    }
  }
}
