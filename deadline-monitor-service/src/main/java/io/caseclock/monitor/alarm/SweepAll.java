package io.caseclock.monitor.alarm;

import io.caseclock.monitor.parallel.SideBySide;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps until nothing is due. What is due in masses is swept by several workers at the same time,
 * each with its own transactions: while the database stores what one decided, another decides.
 */
public final class SweepAll {

  private final SweepDue sweep;
  private final int workers;
  private final SideBySide threads;

  /**
   * @param workers how many, one or more
   */
  public SweepAll(SweepDue sweep, int workers) {
    this.sweep = sweep;
    this.workers = workers;
    this.threads = new SideBySide(workers);
  }

  /** Throws what the first worker threw that failed, once all of them have stopped. */
  public void sweep() {
    if (sweep.sweepBatch()) {
      awaitAll(
          IntStream.range(0, workers)
              .mapToObj(any -> threads.start(this::untilNothingIsDue))
              .toList());
    }
  }

  /** For how long nothing will be due, as far as is known now; empty where nothing ever will. */
  public Optional<Duration> untilNextIsDue() {
    return sweep.untilNextIsDue();
  }

  private boolean untilNothingIsDue() {
    var more = true;
    while (more) {
      more = sweep.sweepBatch();
    }
    return true;
  }

  private static void awaitAll(List<Supplier<Boolean>> all) {
    @Nullable RuntimeException failed = null;
    for (var one : all) {
      try {
        one.get();
      } catch (RuntimeException e) {
        failed = failed == null ? e : failed;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
