package io.caseclock.monitor.limit;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many may do the same costly thing at a time; nobody waits in line. */
public final class Bulkhead {

  private final Semaphore free;

  public Bulkhead(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("somebody must have a place, not " + most);
    }
    free = new Semaphore(most);
  }

  /** What the work gives; empty, without any of it being done, where all places are taken. */
  public <T> Optional<T> take(Supplier<T> work) {
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      free.release();
    }
  }
}
