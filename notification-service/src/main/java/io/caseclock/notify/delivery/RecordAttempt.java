package io.caseclock.notify.delivery;

import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import io.caseclock.notify.channel.DeliveryOutcome.Undeliverable;
import io.caseclock.notify.delivery.DeliveryQueue.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Records how an attempt went: with the delivery, in the log, and on the channel's circuit. */
public final class RecordAttempt {

  private final DeliveryQueue queue;
  private final Circuits circuits;
  private final NextChannel nextChannel;
  private final RetryPolicy retries;
  private final Circuit.Policy policy;
  private final DoubleSupplier jitter;

  /**
   * @param jitter from 0 inclusive to 1 exclusive
   */
  public RecordAttempt(
      DeliveryQueue queue,
      Circuits circuits,
      NextChannel nextChannel,
      RetryPolicy retries,
      Circuit.Policy policy,
      DoubleSupplier jitter) {
    this.queue = queue;
    this.circuits = circuits;
    this.nextChannel = nextChannel;
    this.retries = retries;
    this.policy = policy;
    this.jitter = jitter;
  }

  /**
   * All of it in the caller's transaction.
   *
   * @return the channel's circuit, where this opened or closed it
   */
  public Optional<Circuit> record(
      Delivery delivery, DeliveryOutcome outcome, Instant at, Duration took) {
    var attempt = attempt(outcome, at);
    queue.attempted(delivery, attempt, outcome.name(), took);
    return switch (outcome) {
      case Delivered ignored -> {
        queue.delivered(delivery, at);
        yield well(delivery.channel(), at);
      }
      case Undeliverable ignored -> {
        giveUp(delivery, attempt);
        yield well(delivery.channel(), at);
      }
      case Failed ignored -> failed(delivery, attempt);
    };
  }

  /**
   * What a person sent to see whether the channel works: never tried again, and of its outcomes
   * only a success tells anything of the circuit. In the caller's transaction.
   */
  public void recordTest(Delivery delivery, DeliveryOutcome outcome, Instant at, Duration took) {
    var attempt = attempt(outcome, at);
    queue.attempted(delivery, attempt, outcome.name(), took);
    if (outcome instanceof Delivered) {
      queue.delivered(delivery, at);
      well(delivery.channel(), at);
    } else {
      queue.givenUp(delivery, attempt);
    }
  }

  private static Attempt attempt(DeliveryOutcome outcome, Instant at) {
    return switch (outcome) {
      case Delivered ignored -> new Attempt(at, null, true);
      case Undeliverable never -> new Attempt(at, never.reason().name(), false);
      case Failed failed ->
          new Attempt(at, failed.reason() + ": " + failed.detail(), !failed.isCertain());
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

  private Optional<Circuit> failed(Delivery delivery, Attempt attempt) {
    var before = circuits.lock(delivery.channel(), attempt.at());
    var circuit = before.failed(attempt.at(), String.valueOf(attempt.reason()), policy);
    circuits.save(delivery.channel(), circuit);
    var next = retries.next(delivery, circuit.isClosed(), attempt.at(), jitter);
    if (next.isPresent()) {
      queue.failed(delivery, attempt, next.get());
    } else {
      giveUp(delivery, attempt);
    }
    return before.isClosed() && !circuit.isClosed() ? Optional.of(circuit) : Optional.empty();
  }

  private void giveUp(Delivery delivery, Attempt attempt) {
    if (queue.givenUp(delivery, attempt)) {
      nextChannel.reroute(List.of(delivery.id()), String.valueOf(attempt.reason()), attempt.at());
    }
  }
}
