package io.caseclock.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether a process that is not our child still runs. One that ended but that nobody has collected
 * yet (usual in a container, where process 1 may be slow to) does not count as running.
 */
public final class RunningProcess {

  private static final long LOOK_EVERY_MILLIS = 20;

  private RunningProcess() {}

  public static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** Waits for the end and returns whether it came in time. */
  public static boolean awaitEnd(ProcessHandle process, Duration longest) {
    var giveUp = System.nanoTime() + longest.toNanos();
    while (isRunning(process)) {
      if (System.nanoTime() >= giveUp) {
        return false;
      }
      lookAgain(process);
    }
    return true;
  }

  private static void lookAgain(ProcessHandle process) {
    try {
      process.onExit().get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return; // still there, or uncollected: the caller looks
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("interrupted while waiting for a process to end", e);
    } catch (ExecutionException e) {
      throw new EmbeddedServerException("cannot wait for process " + process.pid(), e);
    }
  }

  private static boolean isZombie(long pid) {
    try {
      var status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return status.charAt(status.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException | IndexOutOfBoundsException e) {
      return false; // no /proc here, or ended meanwhile
    }
  }
}
