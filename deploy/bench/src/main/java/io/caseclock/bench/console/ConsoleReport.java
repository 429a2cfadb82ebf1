package io.caseclock.bench.console;

import io.caseclock.bench.console.Rounds.Visited;
import io.caseclock.bench.statistics.Report;
import java.util.List;
import java.util.Locale;

/** Pages beside their aims, as documents take them. */
record ConsoleReport(Report report) {

  private static final List<String> HEAD =
      List.of(
          "page",
          "of",
          "median ms",
          "p95 ms",
          "slowest ms",
          "first visit ms",
          "kB",
          "aim, p95 ms",
          "");

  void pages(List<Visited> visited) {
    for (var aim : Aim.values()) {
      report.table(
          "%s, %s ms".formatted(aim.name().toLowerCase(Locale.ROOT), Report.millis(aim.millis())),
          HEAD,
          visited.stream()
              .filter(each -> each.page().aim() == aim)
              .map(ConsoleReport::row)
              .toList());
    }
    System.out.printf(
        "%n%d of %d meet their aim%n",
        visited.stream().filter(Visited::meetsItsAim).count(), visited.size());
  }

  private static List<String> row(Visited visited) {
    var timings = visited.timings();
    return List.of(
        "`" + visited.page().path() + "`",
        visited.page().visitor().account(),
        Report.millis(timings.median()),
        Report.millis(timings.percentile(95)),
        Report.millis(timings.max()),
        Report.millis(visited.first() / 1e6),
        kilobytes(visited.bytes()),
        Report.millis(visited.page().aim().millis()),
        verdict(visited));
  }

  private static String verdict(Visited visited) {
    if (visited.failures() > 0) {
      return "FAILED " + visited.failures() + " times";
    }
    return visited.meetsItsAim() ? "met" : "MISSED";
  }

  void firstPage(Visitor visitor, FirstPage page) {
    System.out.printf(
        Locale.ROOT,
        "%nThe first page of a fresh browser, %s: %s kB in %d requests, %s ms (median), %s ms"
            + " (p95); aim: %s kB, %s%n",
        visitor.account(),
        kilobytes(page.bytes()),
        page.files() + 1,
        Report.millis(page.timings().median()),
        Report.millis(page.timings().percentile(95)),
        kilobytes(Aim.FIRST_PAGE_BYTES),
        page.bytes() <= Aim.FIRST_PAGE_BYTES ? "met" : "MISSED");
  }

  void skipped(List<String> lines) {
    if (!lines.isEmpty()) {
      System.out.println();
      System.out.println("Not measured:");
      lines.forEach(line -> System.out.println("  " + line));
    }
  }

  private static String kilobytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / 1000.0);
  }
}
