package io.caseclock.local;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Work done side by side; it returns when all of it ended, well or badly. */
final class ParallelTasks {

  private ParallelTasks() {}

  /** Runs all of it, and throws the first failure with the others attached. */
  static void run(List<Runnable> work) {
    RuntimeException failure = null;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = work.stream().map(threads::submit).toList();
      for (var each : running) {
        failure = combined(failure, outcome(each));
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable RuntimeException outcome(Future<?> work) {
    try {
      work.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new StackException("interrupted", e);
    }
  }

  private static @Nullable RuntimeException combined(
      @Nullable RuntimeException first, @Nullable RuntimeException next) {
    if (first == null) {
      return next;
    }
    if (next != null) {
      first.addSuppressed(next);
    }
    return first;
  }
}
