package io.caseclock.admission;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many bytes of bodies are taken apart at once. A JSON document becomes many times its size
 * when it is read, so that whole bodies wait here for each other, first come, first served.
 */
public final class ParsingLimit {

  private static final int UNIT = 1024;

  private final int units;
  private final Semaphore free;

  /** Lets bodies of that many bytes together be worked on; a larger one waits until it is alone. */
  public ParsingLimit(long bytes) {
    units = units(bytes, Integer.MAX_VALUE);
    free = new Semaphore(units, true);
  }

  /** Waits for its turn: what ends the work, to be run once; empty where the patience is over. */
  public Optional<Runnable> begin(long bytes, Duration patience) throws InterruptedException {
    var wanted = units(bytes, units);
    return free.tryAcquire(wanted, patience.toNanos(), TimeUnit.NANOSECONDS)
        ? Optional.of(() -> free.release(wanted))
        : Optional.empty();
  }

  private static int units(long bytes, int most) {
    return (int) Math.clamp((bytes + UNIT - 1) / UNIT, 1, most);
  }
}
