package io.caseclock.local.cli;

import io.caseclock.local.StackException;
import io.caseclock.local.audit.AuditReport;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalSecrets;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Recomputes everything open, once inside the monitor and once from the journal alone. */
@Command(
    name = "audit",
    description = {
      "Computes every open deadline again from the kept events and from the intake's journal, in"
          + " every tree of units; zero differences are expected.",
      "Ends with 0 where there are none, 1 where there are, or where a case could not be compared,"
          + " 3 where nothing could be."
    },
    mixinStandardHelpOptions = true,
    subcommands = AuditVerifyCommand.class)
final class AuditCommand implements Callable<Integer> {

  static final int NOTHING_COMPARED = 3;

  @Override
  public Integer call() {
    var database = TreeRoots.database();
    var report =
        TreeRoots.all(database).stream()
            .map(root -> audit(root))
            .reduce(AuditReport.NOTHING, AuditReport::plus);
    return print(report, database.caseEvents(), System.out);
  }

  private static AuditReport audit(String root) {
    return AuditReport.of(
        client("intake", LocalRole.SUPERVISOR, root),
        client("monitor", LocalRole.SUPERVISOR, root));
  }

  /**
   * Prints what was found.
   *
   * @param caseEvents how many events of cases there are at all
   */
  static int print(AuditReport report, long caseEvents, PrintStream out) {
    out.printf(
        "Monitor  %s, %s, %s%n",
        counted(report.cases(), "case"),
        counted(report.deadlines(), "open deadline"),
        counted(report.differences().size(), "difference"));
    report.differences().forEach(difference -> out.println("  " + difference));
    var journal = report.journal();
    out.printf(
        "Journal  %s, %s, %s%n",
        counted(journal.cases(), "case"),
        counted(journal.deadlines(), "open deadline"),
        counted(journal.differences().size(), "difference"));
    tellLeftOut(
        journal.behind(),
        List.of(),
        "事件尚在途中，请稍后再核验",
        "events are still on the way, ask again soon",
        out);
    tellLeftOut(
        journal.tooLarge().size(),
        journal.tooLarge(),
        "超出一次试算的范围（接入事件1000个、2 MiB、期限1000项）",
        "more than a preview takes (1,000 events of intake, 2 MiB of them, 1,000 deadlines)",
        out);
    tellLeftOut(
        journal.withoutContents().size(),
        journal.withoutContents(),
        "日志中已没有其内容",
        "the journal no longer has the contents",
        out);
    tellRefused(journal.refused(), out);
    journal.differences().forEach(difference -> out.println("  " + difference));
    if (report.hasDifferences() || report.hasRefused()) {
      return 1;
    }
    return report.hasCompared() ? 0 : tellNothing(caseEvents, out);
  }

  private static void tellLeftOut(
      int count, List<String> cases, String zh, String en, PrintStream out) {
    if (count > 0) {
      var named = cases.isEmpty() ? "" : ": " + String.join(", ", cases);
      out.printf("  未核验 %d 个案件：%s%s%n", count, zh, named);
      out.printf("  %s left out: %s%s%n", counted(count, "case"), en, named);
    }
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private static void tellRefused(List<String> refused, PrintStream out) {
    if (!refused.isEmpty()) {
      out.printf("  %d 个案件无法核验：%n", refused.size());
      out.printf("  %s could not be compared:%n", counted(refused.size(), "case"));
      refused.forEach(one -> out.println("    " + one));
    }
  }

  private static int tellNothing(long caseEvents, PrintStream out) {
    if (caseEvents == 0) {
      out.println("没有核验任何案件：还没有案件事件。");
      out.println("Nothing was compared: there is no event of any case yet.");
    } else {
      out.printf("没有核验任何案件：日志中有 %d 个案件事件，但没有未结期限。%n", caseEvents);
      out.printf(
          "Nothing was compared: the journal holds %d events of cases, but no deadline is open.%n",
          caseEvents);
    }
    return NOTHING_COMPARED;
  }

  /** A client that sees the subtree of that unit. */
  static ServiceClient client(String service, LocalRole role, String unit) {
    var port =
        RepositoryPaths.runningStack()
            .process(service)
            .orElseThrow(() -> new StackException("The " + service + " is not running."))
            .port();
    var token =
        LocalSecrets.in(RepositoryPaths.startedOnce().secrets())
            .tokens()
            .issue("audit", role, unit, null);
    return new ServiceClient(URI.create("http://127.0.0.1:" + port), token);
  }
}
