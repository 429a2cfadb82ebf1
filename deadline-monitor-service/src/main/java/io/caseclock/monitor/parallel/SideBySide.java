package io.caseclock.monitor.parallel;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Does things at the same time, each with a connection of its own. A few at a time of all that use
 * one of these: what finds no place is done by whoever waits for it.
 */
public final class SideBySide {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places;

  /**
   * @param places how many at a time, besides those who wait
   */
  public SideBySide(int places) {
    this.places = new Semaphore(places);
  }

  /** Starts it; the answer is waited for, or what was thrown is thrown again, once. */
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
