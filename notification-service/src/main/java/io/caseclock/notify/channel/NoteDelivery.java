package io.caseclock.notify.channel;

import io.caseclock.notify.channel.Delivery.Delivered;
import io.caseclock.notify.channel.Delivery.Failed;
import io.caseclock.notify.channel.Delivery.Undeliverable;
import io.caseclock.notify.channel.Parcels.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Notes how an attempt went: with the parcel, in the log, and on the channel's circuit. */
public final class NoteDelivery {

  private final Parcels parcels;
  private final Circuits circuits;
  private final Undelivered undelivered;
  private final RetryPolicy retries;
  private final Circuit.Policy policy;
  private final DoubleSupplier jitter;

  /**
   * @param jitter from 0 inclusive to 1 exclusive
   */
  public NoteDelivery(
      Parcels parcels,
      Circuits circuits,
      Undelivered undelivered,
      RetryPolicy retries,
      Circuit.Policy policy,
      DoubleSupplier jitter) {
    this.parcels = parcels;
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
  public Optional<Circuit> note(Parcel parcel, Delivery outcome, Instant at, Duration took) {
    var tried = tried(outcome, at);
    parcels.attempted(parcel, tried, nameOf(outcome), took);
    return switch (outcome) {
      case Delivered ignored -> {
        parcels.delivered(parcel, at);
        yield well(parcel.channel(), at);
      }
      case Undeliverable ignored -> {
        giveUp(parcel, tried);
        yield well(parcel.channel(), at);
      }
      case Failed ignored -> failed(parcel, tried);
    };
  }

  /**
   * What a person sent to see whether the channel works: never tried again, and of its outcomes
   * only a success tells anything of the circuit. In the caller's transaction.
   */
  public void noteTest(Parcel parcel, Delivery outcome, Instant at, Duration took) {
    var tried = tried(outcome, at);
    parcels.attempted(parcel, tried, nameOf(outcome), took);
    if (outcome instanceof Delivered) {
      parcels.delivered(parcel, at);
      well(parcel.channel(), at);
    } else {
      parcels.givenUp(parcel, tried);
    }
  }

  /** As logs and metrics spell it: {@code delivered}, {@code failed}, {@code undeliverable}. */
  public static String nameOf(Delivery outcome) {
    return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static Tried tried(Delivery outcome, Instant at) {
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

  private Optional<Circuit> failed(Parcel parcel, Tried tried) {
    var before = circuits.lock(parcel.channel(), tried.at());
    var circuit = before.failed(tried.at(), String.valueOf(tried.reason()), policy);
    circuits.save(parcel.channel(), circuit);
    var next = retries.next(parcel, circuit.isClosed(), tried.at(), jitter);
    if (next.isPresent()) {
      parcels.failed(parcel, tried, next.get());
    } else {
      giveUp(parcel, tried);
    }
    return before.isClosed() && !circuit.isClosed() ? Optional.of(circuit) : Optional.empty();
  }

  private void giveUp(Parcel parcel, Tried tried) {
    if (parcels.givenUp(parcel, tried) && parcel.isOfPipeline()) {
      undelivered.onward(List.of(parcel.id()), String.valueOf(tried.reason()), tried.at());
    }
  }
}
