package io.caseclock.bench.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many who do one thing after another until all of it is done.
 *
 * @param number how many there are
 */
record Callers(int number) {

  /** What one caller does again and again, with what is its own. */
  @FunctionalInterface
  interface Work extends AutoCloseable {
    void once() throws Exception;

    @Override
    default void close() throws Exception {}
  }

  /** Makes the work of each caller. */
  @FunctionalInterface
  interface Works {
    Work of(int caller) throws Exception;
  }

  /**
   * Returns how often a second it was done; fails where one of them did.
   *
   * @param times how often it is done by all together
   * @param works what the caller of a number does, counted from 0
   */
  double perSecond(int times, Works works) throws Exception {
    List<Work> each = new ArrayList<>();
    for (var n = 0; n < number; n++) {
      each.add(works.of(n));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
      var left = new AtomicInteger(times);
      var began = System.nanoTime();
      var running = each.stream().map(work -> threads.submit(() -> workOn(work, left))).toList();
      for (var one : running) {
        one.get();
      }
      return times / ((System.nanoTime() - began) / 1e9);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a caller failed", e.getCause());
    } finally {
      for (var work : each) {
        work.close();
      }
    }
  }

  private static boolean workOn(Work work, AtomicInteger left) throws Exception {
    while (left.getAndDecrement() > 0) {
      work.once();
    }
    return true;
  }
}
