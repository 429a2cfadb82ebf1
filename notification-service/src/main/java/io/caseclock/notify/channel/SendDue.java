package io.caseclock.notify.channel;

import io.caseclock.notify.channel.Delivery.Delivered;
import io.caseclock.notify.channel.Delivery.Failed;
import io.caseclock.notify.channel.Delivery.Undeliverable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;

/** Sends one batch of a channel, all of it at the same time, and notes how each went. */
public final class SendDue {

  private final Parcels parcels;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final DoubleSupplier jitter;
  private final ExecutorService threads;

  public SendDue(
      Parcels parcels,
      RetryPolicy retries,
      InstantSource clock,
      DoubleSupplier jitter,
      ExecutorService threads) {
    this.parcels = parcels;
    this.retries = retries;
    this.clock = clock;
    this.jitter = jitter;
    this.threads = threads;
  }

  /** Returns how each parcel of the batch went; empty where nothing was due. */
  public List<Delivery> run(Channel channel, int limit, Duration lease)
      throws InterruptedException {
    var due = parcels.claim(channel.id(), limit, clock.instant(), lease);
    List<Callable<Delivery>> sendings = new ArrayList<>();
    due.forEach(parcel -> sendings.add(() -> channel.send(parcel)));
    var ended = threads.invokeAll(sendings);
    List<Delivery> outcomes = new ArrayList<>();
    for (var i = 0; i < due.size(); i++) {
      var outcome = outcome(ended.get(i));
      note(due.get(i), outcome);
      outcomes.add(outcome);
    }
    return outcomes;
  }

  private static Delivery outcome(Future<Delivery> ended) throws InterruptedException {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      return new Failed(Delivery.Reason.BROKEN, String.valueOf(e.getCause()));
    }
  }

  private void note(Parcel parcel, Delivery outcome) {
    var now = clock.instant();
    switch (outcome) {
      case Delivered ignored -> parcels.delivered(parcel, now);
      case Failed failed ->
          parcels.failed(
              parcel,
              failed.reason() + ": " + failed.detail(),
              !failed.isCertain(),
              retries.next(parcel.attempt(), now, jitter).orElse(null),
              now);
      case Undeliverable undeliverable ->
          parcels.failed(parcel, undeliverable.reason().name(), false, null, now);
    }
  }
}
