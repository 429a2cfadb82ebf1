package io.caseclock.admission;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of one caller are worked on together. Some more wait, first come, first served;
 * beyond them a caller is refused at once, so that a flood fills its own queue and nobody else's.
 */
public final class CallerConcurrency {

  private final int together;
  private final int waiting;
  private final Map<String, Desk> desks = new ConcurrentHashMap<>();

  /**
   * Starts with every place free.
   *
   * @param together the most requests of a caller at work
   * @param waiting the most requests of a caller that wait for a place
   */
  public CallerConcurrency(int together, int waiting) {
    this.together = together;
    this.waiting = waiting;
  }

  /**
   * Waits for a place.
   *
   * @return what leaves the place again, to be run once; empty where too many wait or the patience
   *     is over
   */
  public Optional<Runnable> enter(String caller, Duration patience) throws InterruptedException {
    var desk = desks.compute(caller, (name, known) -> join(known));
    if (!desk.joined) {
      return Optional.empty();
    }
    var entered = false;
    try {
      entered = desk.free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!entered) {
        leave(caller);
      }
    }
    return entered ? Optional.of(() -> release(caller, desk)) : Optional.empty();
  }

  /** How many callers have a request at work or waiting. */
  public int callers() {
    return desks.size();
  }

  private void release(String caller, Desk desk) {
    desk.free.release();
    leave(caller);
  }

  private Desk join(@Nullable Desk known) {
    var free = known == null ? new Semaphore(together, true) : known.free;
    var guests = known == null ? 0 : known.guests;
    return guests < together + waiting
        ? new Desk(free, guests + 1, true)
        : new Desk(free, guests, false);
  }

  private void leave(String caller) {
    desks.computeIfPresent(
        caller,
        (name, desk) -> desk.guests == 1 ? null : new Desk(desk.free, desk.guests - 1, true));
  }

  /** A caller's places, how many requests have or want one, and whether the newest may. */
  private record Desk(Semaphore free, int guests, boolean joined) {}
}
