package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a candidate pack would do to everything open, before it is put in force. */
@Command(
    name = "impact",
    description = {
      "Shows which open deadlines of the running stack a pack would move, in every tree of units.",
      "Ends with 0 where something was compared, 3 where nothing was open."
    },
    mixinStandardHelpOptions = true)
final class PackImpactCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The candidate pack's folder.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() {
    var files = PackFiles.inFolder(folder);
    var monitors =
        TreeRoots.all(TreeRoots.database()).stream()
            .map(root -> AuditCommand.client("monitor", LocalRole.ADMINISTRATOR, root))
            .toList();
    var reports =
        monitors.stream()
            .map(monitor -> monitor.post("/api/v1/impact", Map.of("files", files.texts())))
            .toList();
    var outcome = print(reports, System.out);
    noteIfNew(PackReader.require(files).id(), monitors.getFirst().get("/api/v1/packs"), System.out);
    return outcome;
  }

  /** That nothing would be moved says little of a pack that does not replace one. */
  static void noteIfNew(String pack, JsonNode inForce, PrintStream out) {
    if (inForce.path("packs").valueStream().noneMatch(one -> isOf(one, pack))) {
      out.printf("规则包 %s 目前没有实施：它不会变动未结期限，其期限从以后的事件开始。%n", pack);
      out.printf(
          "%s is not in force: it moves nothing that is open; its deadlines begin with later"
              + " events.%n",
          pack);
    }
  }

  /** Prints the answers of the monitor for all trees as one. */
  static int print(List<JsonNode> reports, PrintStream out) {
    Map<String, Integer> counts = new TreeMap<>();
    var cases = 0;
    var open = 0;
    for (var report : reports) {
      cases += report.path("cases").asInt();
      open += report.path("open").asInt();
      report
          .path("counts")
          .properties()
          .forEach(count -> counts.merge(count.getKey(), count.getValue().asInt(), Integer::sum));
    }
    out.printf("%d cases with %d open deadlines compared; changes: %s%n", cases, open, counts);
    reports.forEach(
        report -> report.path("differences").forEach(difference -> print(difference, out)));
    if (cases == 0) {
      out.println("没有比较任何案件：没有未结期限，看不出规则包的影响。");
      out.println("Nothing was compared: no deadline is open, so this says nothing of the pack.");
      return AuditCommand.NOTHING_COMPARED;
    }
    return 0;
  }

  private static boolean isOf(JsonNode shown, String pack) {
    return shown.path("id").asText().equals(pack);
  }

  private static void print(JsonNode difference, PrintStream out) {
    out.printf(
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
