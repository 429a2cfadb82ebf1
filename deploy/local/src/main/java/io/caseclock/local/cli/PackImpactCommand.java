package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.pack.file.PackFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a candidate pack would do to everything open, before it is put in force. */
@Command(
    name = "impact",
    description = "Shows which open deadlines of the running stack a pack would move.",
    mixinStandardHelpOptions = true)
final class PackImpactCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The candidate pack's folder.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() {
    var files = PackFiles.inFolder(folder).texts();
    var report = AuditCommand.client("monitor").post("/api/v1/impact", Map.of("files", files));
    System.out.printf(
        "%d cases with %d open deadlines compared; changes: %s%n",
        report.path("cases").asInt(), report.path("open").asInt(), report.path("counts"));
    report.path("differences").forEach(PackImpactCommand::print);
    return 0;
  }

  private static void print(JsonNode difference) {
    System.out.printf(
        "  %-20s %s %s %s: %s -> %s%n",
        difference.path("effect").asText(),
        difference.path("unit").asText(),
        difference.path("caseId").asText(),
        difference.path("rule").asText(),
        standing(difference.path("before")),
        standing(difference.path("after")));
  }

  private static String standing(JsonNode standing) {
    return standing.path("status").isNull()
        ? "-"
        : standing.path("status").asText() + " " + standing.path("dueOn").asText("-");
  }
}
