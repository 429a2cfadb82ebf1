package io.caseclock.local.cli;

import io.caseclock.local.StackException;
import io.caseclock.local.audit.JournalAudit;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalSecrets;
import io.caseclock.local.secret.LocalUnits;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Recomputes everything open, once inside the monitor and once from the journal alone. */
@Command(
    name = "audit",
    description =
        "Computes every open deadline again from the kept events and from the intake's journal;"
            + " zero differences are expected.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    var monitor = client("monitor");
    var own = monitor.post("/api/v1/audit", "");
    System.out.printf(
        "Monitor  %d cases, %d open deadlines, %d differences%n",
        own.path("cases").asInt(), own.path("deadlines").asInt(), own.path("differences").size());
    own.path("differences").forEach(difference -> System.out.println("  " + difference));
    var journal = new JournalAudit(client("intake"), monitor).run();
    System.out.printf(
        "Journal  %d cases, %d open deadlines, %d differences%n",
        journal.cases(), journal.deadlines(), journal.differences().size());
    if (journal.behind() > 0) {
      System.out.printf(
          "  %d cases left out: their events are still on the way, ask again in a moment%n",
          journal.behind());
    }
    journal.differences().forEach(difference -> System.out.println("  " + difference));
    return own.path("differences").isEmpty() && journal.differences().isEmpty() ? 0 : 1;
  }

  static ServiceClient client(String service) {
    var port =
        Here.runningStack()
            .process(service)
            .orElseThrow(() -> new StackException("The " + service + " is not running."))
            .port();
    var token =
        LocalSecrets.in(Here.startedOnce().secrets())
            .tokens()
            .issue("audit", LocalRole.SUPERVISOR, LocalUnits.ROOT, null);
    return new ServiceClient(URI.create("http://127.0.0.1:" + port), token);
  }
}
