package io.caseclock.local;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.embedded.FileTree;
import io.caseclock.embedded.RunningProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Processes that an earlier launcher left because it was killed. */
public final class OrphanedProcesses {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private OrphanedProcesses() {}

  /** Stops them, services first, and says so. Only for whoever holds the directory's lock. */
  static void stop(StackDirectory directory, ProgressListener progress) {
    var began = System.nanoTime();
    var stopped =
        StackRecord.read(directory.stackFile()).map(OrphanedProcesses::stopServices).orElse(false);
    if (EmbeddedPostgresServer.stopOrphan(directory.postgres()) || stopped) {
      progress.done(
          "Stopping what a killed launcher left", Duration.ofNanos(System.nanoTime() - began), "");
    }
  }

  /** Stops everything that a launcher's record names, without that launcher. */
  public static void stopAll(StackDirectory directory) {
    StackRecord.read(directory.stackFile()).ifPresent(OrphanedProcesses::stopServices);
    EmbeddedPostgresServer.stopOrphan(directory.postgres());
    FileTree.delete(directory.stackFile());
  }

  /** Not PostgreSQL, which has a way to be stopped that does not wait for its clients. */
  private static boolean stopServices(StackRecord record) {
    var services = running(record, one -> !one.runsKafka() && !one.name().equals("postgres"));
    var kafka = running(record, StackRecord.Entry::runsKafka);
    stop(services);
    stop(kafka);
    return !services.isEmpty() || !kafka.isEmpty();
  }

  private static List<ProcessHandle> running(
      StackRecord record, Predicate<StackRecord.Entry> wanted) {
    return record.processes().stream()
        .filter(wanted)
        .flatMap(entry -> entry.running().stream())
        .toList();
  }

  private static void stop(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    for (var process : processes) {
      if (!RunningProcess.awaitEnd(process, LONGEST_STOP)) {
        process.destroyForcibly();
        RunningProcess.awaitEnd(process, LONGEST_STOP);
      }
    }
  }
}
