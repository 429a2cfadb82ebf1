package io.caseclock.local.load;

import io.caseclock.local.StackException;
import io.caseclock.local.file.EventRow;
import io.caseclock.local.file.Rejection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Sends rows in batches, several at a time, and counts what comes of each. */
public final class EventLoad {

  private static final int MOST_ROWS = 500;

  /** Far below what intake takes at once, so that several batches take little memory too. */
  private static final int MOST_BYTES = 1024 * 1024;

  private final IntakeClient intake;
  private final int inFlight;
  private final Consumer<Rejection> rejections;
  private final LongConsumer progress;
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong knownBefore = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();
  private final AtomicLong unansweredFrom = new AtomicLong(Long.MAX_VALUE);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /**
   * Describes a load.
   *
   * @param inFlight how many requests are under way at once
   * @param rejections takes every rejection, from several threads
   * @param progress takes the number of lines that are done with, batch by batch
   */
  EventLoad(
      IntakeClient intake, int inFlight, Consumer<Rejection> rejections, LongConsumer progress) {
    this.intake = intake;
    this.inFlight = inFlight;
    this.rejections = rejections;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param stop why it ended early, where it did
   */
  record Outcome(LoadTotals totals, Optional<UnfinishedLoad> stop) {}

  /** Sends the rows until one cannot be sent for a reason that is not its own. */
  Outcome send(Iterator<? extends EventRow> rows) {
    var permits = new Semaphore(inFlight);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var batch = new Batch();
      while (rows.hasNext() && failure.get() == null) {
        var row = rows.next();
        if (!batch.hasRoomFor(row)) {
          submit(threads, permits, batch);
          batch = new Batch();
        }
        batch.add(row);
      }
      submit(threads, permits, batch);
    }
    return outcome();
  }

  private Outcome outcome() {
    var totals = new LoadTotals(kept.get(), knownBefore.get(), rejected.get(), skipped.get());
    return switch (failure.get()) {
      case null -> new Outcome(totals, Optional.empty());
      case StackException reason ->
          new Outcome(totals, Optional.of(new UnfinishedLoad(unansweredFrom.get(), reason)));
      case RuntimeException bug -> throw bug;
    };
  }

  /** Rows whose events go in one request; what is no event waits for its neighbours. */
  private static final class Batch {

    private final List<EventRow> rows = new ArrayList<>();
    private long bytes;

    boolean hasRoomFor(EventRow row) {
      return rows.isEmpty() || (rows.size() < MOST_ROWS && bytes + size(row) <= MOST_BYTES);
    }

    void add(EventRow row) {
      rows.add(row);
      bytes += size(row);
    }

    private static long size(EventRow row) {
      return row instanceof EventRow.Readable event ? event.json().length : row.original().size();
    }

    List<EventRow.Readable> events() {
      return rows.stream()
          .filter(EventRow.Readable.class::isInstance)
          .map(EventRow.Readable.class::cast)
          .toList();
    }
  }

  private void submit(Executor threads, Semaphore permits, Batch batch) {
    if (batch.rows.isEmpty()) {
      return;
    }
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while sending", e);
    }
    threads.execute(
        () -> {
          try {
            post(batch);
          } finally {
            permits.release();
          }
        });
  }

  private void post(Batch batch) {
    if (failure.get() != null) {
      leaveOut(batch);
      return;
    }
    try {
      var events = batch.events();
      var outcomes = (events.isEmpty() ? List.<RowOutcome>of() : intake.post(events)).iterator();
      batch.rows.forEach(row -> count(row, outcomes));
      progress.accept(batch.rows.stream().mapToLong(row -> row.original().lines()).sum());
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      leaveOut(batch);
    }
  }

  private void leaveOut(Batch batch) {
    unansweredFrom.accumulateAndGet(batch.rows.getFirst().line(), Math::min);
  }

  private void count(EventRow row, Iterator<RowOutcome> outcomes) {
    switch (row) {
      case EventRow.Readable ignored -> count(outcomes.next());
      case EventRow.Unreadable it -> reject(Rejection.of(it));
      case EventRow.Skipped ignored -> skipped.incrementAndGet();
    }
  }

  private void count(RowOutcome outcome) {
    switch (outcome) {
      case RowOutcome.Kept ignored -> kept.incrementAndGet();
      case RowOutcome.KnownBefore ignored -> knownBefore.incrementAndGet();
      case RowOutcome.Rejected it -> reject(it.rejection());
    }
  }

  private void reject(Rejection rejection) {
    rejected.incrementAndGet();
    rejections.accept(rejection);
  }
}
