package io.caseclock.local.load;

import io.caseclock.local.StackException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Sends rows in batches, several at a time, and counts what comes of them. */
public final class EventLoad {

  private static final int BATCH = 500;

  private final IntakeClient intake;
  private final int inFlight;
  private final Consumer<Rejection> rejections;
  private final LongConsumer progress;
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong knownBefore = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /**
   * Describes a load.
   *
   * @param inFlight how many requests are under way at once
   * @param rejections takes every rejection, from several threads
   * @param progress takes the number of rows that are done with, batch by batch
   */
  EventLoad(
      IntakeClient intake, int inFlight, Consumer<Rejection> rejections, LongConsumer progress) {
    this.intake = intake;
    this.inFlight = inFlight;
    this.rejections = rejections;
    this.progress = progress;
  }

  /** Sends all rows; throws the first failure that is not the fault of a row. */
  LoadTotals send(Iterator<EventRow> rows) {
    var permits = new Semaphore(inFlight);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var batch = new ArrayList<EventRow.Readable>(BATCH);
      while (rows.hasNext() && failure.get() == null) {
        switch (rows.next()) {
          case EventRow.Readable row -> batch.add(row);
          case EventRow.Unreadable row -> reject(row);
        }
        if (batch.size() == BATCH) {
          submit(threads, permits, List.copyOf(batch));
          batch.clear();
        }
      }
      if (!batch.isEmpty()) {
        submit(threads, permits, List.copyOf(batch));
      }
    }
    var first = failure.get();
    if (first != null) {
      throw first;
    }
    return new LoadTotals(kept.get(), knownBefore.get(), rejected.get());
  }

  private void submit(Executor threads, Semaphore permits, List<EventRow.Readable> batch) {
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
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          } finally {
            permits.release();
          }
        });
  }

  private void post(List<EventRow.Readable> batch) {
    if (failure.get() == null) {
      intake.post(batch).forEach(this::count);
      progress.accept(batch.size());
    }
  }

  private void count(RowOutcome outcome) {
    switch (outcome) {
      case RowOutcome.Kept ignored -> kept.incrementAndGet();
      case RowOutcome.KnownBefore ignored -> knownBefore.incrementAndGet();
      case RowOutcome.Rejected it -> {
        rejected.incrementAndGet();
        rejections.accept(it.rejection());
      }
    }
  }

  private void reject(EventRow.Unreadable row) {
    rejected.incrementAndGet();
    rejections.accept(new Rejection(row.line(), "", "", 0, row.reason()));
    progress.accept(1);
  }
}
