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
        "Monitor  %d cases, %d open deadlines, %d differences%n",
        report.cases(), report.deadlines(), report.differences().size());
    report.differences().forEach(difference -> out.println("  " + difference));
    var journal = report.journal();
    out.printf(
        "Journal  %d cases, %d open deadlines, %d differences%n",
        journal.cases(), journal.deadlines(), journal.differences().size());
    if (journal.behind() > 0) {
      out.printf(
          "  %d cases left out: their events are still on the way, ask again in a moment%n",
          journal.behind());
    }
    if (!journal.tooLarge().isEmpty()) {
      out.printf(
          "  %d cases left out: they have more than a preview takes"
              + " (1,000 events of intake, 2 MiB of them, 1,000 deadlines): %s%n",
          journal.tooLarge().size(), String.join(", ", journal.tooLarge()));
    }
    if (!journal.withoutContents().isEmpty()) {
      out.printf(
          "  %d cases left out: the journal no longer has their contents: %s%n",
          journal.withoutContents().size(), String.join(", ", journal.withoutContents()));
    }
    tellRefused(journal.refused(), out);
    journal.differences().forEach(difference -> out.println("  " + difference));
    if (report.hasDifferences() || report.hasRefused()) {
      return 1;
    }
    return report.hasCompared() ? 0 : tellNothing(caseEvents, out);
  }

  private static void tellRefused(List<String> refused, PrintStream out) {
    if (!refused.isEmpty()) {
      out.printf("  %d 个案件无法核验：%n", refused.size());
      out.printf("  %d cases could not be compared:%n", refused.size());
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
