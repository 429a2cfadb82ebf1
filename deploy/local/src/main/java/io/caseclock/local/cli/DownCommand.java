package io.caseclock.local.cli;

import io.caseclock.embedded.RunningProcess;
import io.caseclock.local.OrphanedProcesses;
import io.caseclock.local.StackException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops what another launcher started. */
@Command(name = "down", description = "Stops the running stack.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(90);

  @Override
  public Integer call() {
    var began = System.nanoTime();
    var stack = RepositoryPaths.runningStack();
    var launcher = stack.launcher().running();
    if (launcher.isPresent()) {
      launcher.get().destroy();
      if (!RunningProcess.awaitEnd(launcher.get(), LONGEST_STOP)) {
        throw new StackException(
            "The launcher (pid %d) does not end.".formatted(stack.launcher().pid()));
      }
    } else {
      OrphanedProcesses.stopAll(RepositoryPaths.directory());
    }
    new ConsoleProgress().done("stopped", Duration.ofNanos(System.nanoTime() - began), "");
    return 0;
  }
}
