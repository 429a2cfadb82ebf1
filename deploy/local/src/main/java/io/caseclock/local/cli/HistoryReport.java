package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.Pause;
import io.caseclock.local.audit.ServiceClient;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What would have been told of a load of old cases, as the monitor counts it.
 *
 * @param lines one a unit, rule, severity and stage
 * @param findings that were held back, one a unit and cause
 */
record HistoryReport(List<JsonNode> lines, List<JsonNode> findings) {

  private static final String PATH = "/api/v1/history/report?limit=500";
  private static final int MOST_SHOWN = 40;
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final int MOST_LOOKS = 30;

  HistoryReport {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /** Asks until nothing changes any more, for a minute at the most. */
  static HistoryReport once(ServiceClient monitor) {
    var report = ask(monitor);
    for (var look = 1; look < MOST_LOOKS; look++) {
      Pause.of(BETWEEN, "asking the monitor");
      var next = ask(monitor);
      if (next.equals(report) && !next.lines().isEmpty()) {
        return next;
      }
      report = next;
    }
    return report;
  }

  private static HistoryReport ask(ServiceClient monitor) {
    List<JsonNode> lines = new ArrayList<>();
    List<JsonNode> findings = new ArrayList<>();
    var next = "";
    do {
      var page = monitor.get(next.isEmpty() ? PATH : PATH + "&after=" + encoded(next));
      page.path("lines").forEach(lines::add);
      page.path("findings").forEach(findings::add);
      next = page.path("next").asText("").replace("null", "");
    } while (!next.isEmpty());
    return new HistoryReport(lines, findings);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Prints it, Chinese first; of a long one the lines with the most that is still overdue. */
  void print(PrintStream out) {
    out.printf(
        "历史数据：本应通知 %d 次，其中超期 %d 项、至今未办结 %d 项（待放出 %d 项）；问题 %d 条。未通知任何人。%n",
        sum(lines, "alarms"),
        sum(breaches(), "alarms"),
        sum(breaches(), "open"),
        sum(breaches(), "waiting"),
        sum(findings, "findings"));
    out.printf(
        "History: %d would have been told, %d of them breaches, %d of those open to this day (%d"
            + " wait for a supervisor); %d findings. Nobody was told.%n",
        sum(lines, "alarms"),
        sum(breaches(), "alarms"),
        sum(breaches(), "open"),
        sum(breaches(), "waiting"),
        sum(findings, "findings"));
    lines.stream()
        .sorted((one, other) -> Long.compare(open(other), open(one)))
        .limit(MOST_SHOWN)
        .forEach(line -> print(line, out));
    if (lines.size() > MOST_SHOWN) {
      out.printf(
          "  另有 %d 行 / %d more lines: GET /api/v1/history/report%n",
          lines.size() - MOST_SHOWN, lines.size() - MOST_SHOWN);
    }
  }

  private static void print(JsonNode line, PrintStream out) {
    out.printf(
        "  %s %s (%s) %s, %s: %d, 未办结 open %d%n",
        line.path("unit").asText(),
        line.path("rule").asText(),
        line.at("/names/zh").asText(),
        line.path("severity").asText(),
        line.path("level").asText(),
        line.path("alarms").asLong(),
        open(line));
  }

  private static long open(JsonNode line) {
    return line.path("open").asLong();
  }

  private List<JsonNode> breaches() {
    return lines.stream().filter(line -> line.path("level").asText().equals("breach")).toList();
  }

  private static long sum(List<JsonNode> lines, String member) {
    return lines.stream().mapToLong(line -> line.path(member).asLong()).sum();
  }
}
