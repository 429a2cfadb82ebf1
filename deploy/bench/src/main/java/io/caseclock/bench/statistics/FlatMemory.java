package io.caseclock.bench.statistics;

import io.caseclock.monitor.statistics.Correction;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.DeadlineStatistics.Later;
import io.caseclock.monitor.statistics.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Corrections read row by row, and what lives in the heap while they are. */
final class FlatMemory {

  private static final double MEGA = 1024.0 * 1024;
  private static final int LOOK_EVERY = 20_000;

  /**
   * @param before megabytes that live before
   * @param during the same after each 20,000 rows
   * @param after at the end
   */
  record Result(int rows, double seconds, double before, List<Double> during, double after) {}

  private final DeadlineStatistics statistics;
  private final List<Double> during = new ArrayList<>();
  private int rows;

  FlatMemory(DeadlineStatistics statistics) {
    this.statistics = statistics;
  }

  /** Timed once without a look at the heap, then read again with. */
  Result measure(Span year, OutputStream out) throws Exception {
    var all = new Later(Bureau.ROOT, year, null);
    var took = Timings.nanosOf(() -> statistics.eachCorrection(all, row -> write(row, out)));
    var before = living();
    statistics.eachCorrection(
        all,
        row -> {
          write(row, out);
          rows++;
          if (rows % LOOK_EVERY == 0) {
            during.add(living());
          }
        });
    return new Result(rows, took / 1e9, before, List.copyOf(during), living());
  }

  private static void write(Correction row, OutputStream out) {
    try {
      out.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Megabytes still reached once the heap was cleared. */
  private static double living() {
    var runtime = Runtime.getRuntime();
    runtime.gc();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
  }
}
