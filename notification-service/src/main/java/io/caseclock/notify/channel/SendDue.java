package io.caseclock.notify.channel;

import io.caseclock.notify.channel.Delivery.Failed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Sends one batch of a lane, all of it at the same time, and notes how each went. */
public final class SendDue {

  /** Keeps what an attempt came to, in a transaction of its own. */
  @FunctionalInterface
  public interface Notes {
    void note(Parcel parcel, Delivery outcome, Instant at, Duration took);
  }

  private final Parcels parcels;
  private final Notes notes;
  private final InstantSource clock;
  private final ExecutorService threads;

  public SendDue(Parcels parcels, Notes notes, InstantSource clock, ExecutorService threads) {
    this.parcels = parcels;
    this.notes = notes;
    this.clock = clock;
    this.threads = threads;
  }

  /**
   * Returns how each parcel of the batch went; empty where nothing was due. What could not be noted
   * is sent again after the lease, and thrown once the others are through.
   */
  public List<Delivery> run(Lane lane) throws InterruptedException {
    var due = parcels.claim(lane, clock.instant());
    List<Callable<Delivery>> sendings = new ArrayList<>();
    due.forEach(parcel -> sendings.add(() -> send(lane.channel(), parcel)));
    List<Delivery> outcomes = new ArrayList<>();
    RuntimeException unnoted = null;
    for (var ended : threads.invokeAll(sendings)) {
      try {
        outcomes.add(ended.get());
      } catch (ExecutionException e) {
        unnoted = new IllegalStateException("the outcome could not be noted", e.getCause());
      }
    }
    if (unnoted != null) {
      throw unnoted;
    }
    return outcomes;
  }

  private Delivery send(Channel channel, Parcel parcel) {
    var start = System.nanoTime();
    var outcome = outcome(channel, parcel);
    var took = Duration.ofNanos(System.nanoTime() - start);
    notes.note(parcel, outcome, clock.instant(), took);
    return outcome;
  }

  /** A channel never throws; should one do so, its parcel counts as failed all the same. */
  private static Delivery outcome(Channel channel, Parcel parcel) {
    try {
      return channel.send(parcel);
    } catch (RuntimeException e) {
      return new Failed(Delivery.Reason.BROKEN, e.getClass().getSimpleName());
    }
  }
}
