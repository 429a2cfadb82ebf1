package io.caseclock.local.cli;

import io.caseclock.embedded.FreePort;
import io.caseclock.local.Health;
import io.caseclock.local.ResidentMemory;
import io.caseclock.local.StackRecord;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows what runs; exits 1 unless all of it is well. */
@Command(
    name = "status",
    description = "Shows each process with its port, health and resident memory.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  private static final String ROW = "%-14s %8s %6s  %-10s %9s%n";
  private static final double MIB = 1024.0 * 1024.0;

  @Override
  public Integer call() {
    var stack = RepositoryPaths.runningStack();
    System.out.printf(ROW, "PROCESS", "PID", "PORT", "HEALTH", "MEMORY");
    var isWell = stack.state() == StackRecord.State.READY;
    var all = 0L;
    var services = 0L;
    for (var entry : stack.processes()) {
      var health = health(entry);
      var memory = entry.running().map(ResidentMemory::ofTree).orElse(0L);
      System.out.printf(ROW, entry.name(), entry.pid(), entry.port(), health, asText(memory));
      isWell &= health.equals("ready");
      all += memory;
      services += isServer(entry) ? 0 : memory;
    }
    var launcher = stack.launcher();
    var launcherMemory = launcher.running().map(p -> ResidentMemory.of(p.pid())).orElse(0L);
    System.out.printf(
        ROW,
        "launcher",
        launcher.pid(),
        "",
        launcher.running().isPresent() ? stack.state().name().toLowerCase(Locale.ROOT) : "gone",
        asText(launcherMemory));
    System.out.printf(
        "The services hold %s, everything together %s.%n",
        asText(services), asText(all + launcherMemory));
    return isWell ? 0 : 1;
  }

  private static String health(StackRecord.Entry entry) {
    if (entry.running().isEmpty()) {
      return "gone";
    }
    if (isServer(entry)) {
      return FreePort.isTaken(entry.port()) ? "ready" : "not ready";
    }
    return Health.isReady(entry.port()) ? "ready" : "not ready";
  }

  private static boolean isServer(StackRecord.Entry entry) {
    return entry.name().equals("postgres") || entry.runsKafka();
  }

  private static String asText(long bytes) {
    return String.format(Locale.ROOT, "%.0f MiB", bytes / MIB);
  }
}
