package io.caseclock.bench.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** How long the rounds of a call took, in nanoseconds. */
public record Timings(List<Long> nanos) {

  private static final double NANOS_OF_A_MILLI = 1e6;

  public Timings {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    nanos = List.copyOf(sorted);
  }

  /** What is called without a result that anybody wants. */
  @FunctionalInterface
  public interface Call {
    void run() throws Exception;
  }

  public static long nanosOf(Call call) throws Exception {
    var began = System.nanoTime();
    call.run();
    return System.nanoTime() - began;
  }

  static Timings all(Stream<Timings> parts) {
    return new Timings(parts.flatMap(part -> part.nanos().stream()).toList());
  }

  /** Milliseconds that so many of a hundred rounds did not exceed. */
  public double percentile(int percent) {
    var rank = Math.ceilDiv(nanos.size() * percent, 100);
    return nanos.get(Math.max(1, rank) - 1) / NANOS_OF_A_MILLI;
  }

  public double median() {
    return percentile(50);
  }

  public double max() {
    return nanos.getLast() / NANOS_OF_A_MILLI;
  }

  public int rounds() {
    return nanos.size();
  }
}
