package io.caseclock.monitor.statistics;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Asks questions at the same time, each with a connection of its own. A few at a time in the whole
 * process: what finds no place is asked by whoever waits for its answer.
 */
public final class SideBySide {

  private static final int PLACES = 4;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(PLACES);

  /** Starts asking; the answer is waited for, or what was thrown is thrown again, once. */
  public <T> Supplier<T> start(Supplier<T> question) {
    if (!places.tryAcquire()) {
      return question;
    }
    var asked =
        threads.submit(
            () -> {
              try {
                return question.get();
              } finally {
                places.release();
              }
            });
    return () -> {
      try {
        return asked.get();
      } catch (ExecutionException e) {
        throw unchecked(Objects.requireNonNull(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for an answer", e);
      }
    };
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
  }
}
