package io.caseclock.bench.statistics;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Tables as documents take them. */
public final class Report {

  static final double AIM_MILLIS = 200;

  private final PrintStream out;

  public Report(PrintStream out) {
    this.out = out;
  }

  public static String millis(double millis) {
    return String.format(Locale.ROOT, "%,.1f", millis);
  }

  public void table(String title, List<String> head, List<List<String>> rows) {
    out.println();
    out.println(title);
    out.println();
    out.println(line(head));
    out.println("|" + " --- |".repeat(head.size()));
    rows.forEach(row -> out.println(line(row)));
    out.flush();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  static final List<String> CALLS =
      List.of("call", "median ms", "p95 ms", "max ms", "rounds", "aim, p95 ms", "");

  /** A call beside its aim. */
  static List<String> call(String name, Timings timings, double aim) {
    return List.of(
        name,
        millis(timings.median()),
        millis(timings.percentile(95)),
        millis(timings.max()),
        Integer.toString(timings.rounds()),
        millis(aim),
        timings.percentile(95) <= aim ? "met" : "MISSED");
  }
}
