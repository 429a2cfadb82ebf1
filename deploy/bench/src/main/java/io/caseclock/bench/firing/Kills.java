package io.caseclock.bench.firing;

import io.caseclock.bench.statistics.Rates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * The process that fires is killed somewhere in the middle, a second one does the rest, and the
 * rows of the outbox are counted.
 *
 * @param cases how many are due each time
 */
record Kills(FiringDatabase database, DataSource pool, int cases) {

  static final List<String> HEAD =
      List.of(
          "lost", "told twice", "side", "kills", "in the middle", "due in all", "done after, s");

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(2);
  private static final long SEED = 20261126;
  private static final double EARLIEST = 0.1;
  private static final double SPAN = 0.7;

  /**
   * What the kills of a side led to.
   *
   * @param inTheMiddle how many found the process with a part told and a part still due
   * @param done seconds from each kill until nothing was left
   */
  record Outcome(String side, int kills, int inTheMiddle, Tally tally, List<Double> done) {

    List<String> row() {
      return List.of(
          Long.toString(tally.lost()),
          Long.toString(tally.doubled()),
          side,
          Integer.toString(kills),
          Integer.toString(inTheMiddle),
          String.format(Locale.ROOT, "%,d", tally.due()),
          String.format(Locale.ROOT, "%.1f", new Rates(side, done).median()));
    }
  }

  Outcome of(Kind kind, int kills) throws Exception {
    var side = kind.on(pool, cases);
    var random = new Random(SEED);
    var tally = new Tally(0, 0, 0, 0);
    var inTheMiddle = 0;
    List<Double> done = new ArrayList<>();
    for (var kill = 0; kill < kills; kill++) {
      side.makeDue(cases);
      var told = kill(kind, (long) (cases * (EARLIEST + SPAN * random.nextDouble())));
      inTheMiddle += told > 0 && side.left() > 0 ? 1 : 0;
      done.add(rest(kind, side));
      tally = tally.and(Tally.of(DueCases.ids(cases), OutboxRows.keys(pool)));
    }
    return new Outcome(side.name(), kills, inTheMiddle, tally, done);
  }

  /** Kills once so many were told; returns how many were when it was dead. */
  private long kill(Kind kind, long told) throws Exception {
    try (var process = FiringProcess.start(database, kind, cases)) {
      await(() -> OutboxRows.count(pool) >= told || !process.isAlive(), kind + " begins");
    }
    return OutboxRows.count(pool);
  }

  /** Returns how many seconds it took. */
  private double rest(Kind kind, Side side) throws Exception {
    var began = System.nanoTime();
    try (var process = FiringProcess.start(database, kind, cases)) {
      await(() -> side.left() == 0 || !process.isAlive(), kind + " ends");
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void await(BooleanSupplier done, String what) throws InterruptedException {
    var giveUp = System.nanoTime() + LONGEST.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("not within " + LONGEST + ": " + what);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
