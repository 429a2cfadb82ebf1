package io.caseclock.bench.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what processes of their own do.
 *
 * @param longest after which it is given up
 * @param lookEvery how long between two looks
 */
public record Patience(Duration longest, Duration lookEvery) {

  /** Returns once it is done; fails with what was said where it is not in time. */
  public void await(BooleanSupplier done, String otherwise) throws InterruptedException {
    var giveUp = System.nanoTime() + longest.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException(otherwise + " within " + longest);
      }
      LockSupport.parkNanos(lookEvery.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
