package io.caseclock.local;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.embedded.FileTree;
import io.caseclock.embedded.RunningProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;

/** Processes that an earlier launcher left because it was killed. */
public final class Leftovers {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private Leftovers() {}

  /** Stops them, services first, and says so. Only for whoever holds the directory's lock. */
  static void stop(StackDirectory directory, Progress progress) {
    var began = System.nanoTime();
    var stopped =
        StackRecord.read(directory.stackFile()).map(Leftovers::stopServices).orElse(false);
    if (EmbeddedPostgresServer.stopOrphan(directory.postgres()) || stopped) {
      progress.done(
          "Stopping what a killed launcher left", Duration.ofNanos(System.nanoTime() - began), "");
    }
  }

  /** Stops everything that a launcher's record names, without that launcher. */
  public static void stopAll(StackDirectory directory) {
    StackRecord.read(directory.stackFile()).ifPresent(Leftovers::stopServices);
    EmbeddedPostgresServer.stopOrphan(directory.postgres());
    FileTree.delete(directory.stackFile());
  }

  /**
   * PostgreSQL is not asked here: it has a way to be stopped that does not wait for its clients.
   */
  private static boolean stopServices(StackRecord record) {
    var reversed = new ArrayList<>(record.processes());
    Collections.reverse(reversed);
    var stopped = false;
    for (var entry : reversed) {
      var running = entry.running();
      if (!entry.name().equals("postgres") && running.isPresent()) {
        stop(running.get());
        stopped = true;
      }
    }
    return stopped;
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    if (!RunningProcess.awaitEnd(process, LONGEST_STOP)) {
      process.destroyForcibly();
      RunningProcess.awaitEnd(process, LONGEST_STOP);
    }
  }
}
