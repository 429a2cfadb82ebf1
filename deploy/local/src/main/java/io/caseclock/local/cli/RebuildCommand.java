package io.caseclock.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.local.secret.LocalRole;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What is kept beside the facts to answer faster, made anew from them. */
@Command(
    name = "rebuild",
    description = "Makes anew what is kept only to answer faster.",
    mixinStandardHelpOptions = true,
    subcommands = RebuildCommand.Statistics.class,
    synopsisSubcommandLabel = "COMMAND")
final class RebuildCommand {

  /** The roll-ups of the monitor. */
  @Command(
      name = "statistics",
      description = {
        "Adds up all deadlines of the running monitor anew, in every tree of units, and tells how"
            + " many count.",
        "What was known when stays as it is. Events wait until it is done."
      },
      mixinStandardHelpOptions = true)
  static final class Statistics implements Callable<Integer> {

    private static final String PATH = "/api/v1/statistics/rebuild";

    @Override
    public Integer call() {
      var root = TreeRoots.all(TreeRoots.database()).getFirst();
      var monitor = AuditCommand.client("monitor", LocalRole.ADMINISTRATOR, root);
      return print(monitor.post(PATH, Map.of()), System.out);
    }

    /** Prints the monitor's answer. */
    static int print(JsonNode rebuilt, PrintStream out) {
      var deadlines = rebuilt.path("deadlines").asLong();
      out.printf("统计已重建：计入 %,d 个期限（%s）。%n", deadlines, rebuilt.path("at").asText());
      out.printf(
          "Statistics rebuilt: %,d deadline%s (%s).%n",
          deadlines, deadlines == 1 ? " counts" : "s count", rebuilt.path("at").asText());
      return 0;
    }
  }
}
