package io.caseclock.local.cli;

import io.caseclock.local.StackDirectory;
import io.caseclock.local.StackException;
import io.caseclock.local.StackPorts;
import io.caseclock.local.StackRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts a launcher that outlives this one, and repeats what it says until the stack is ready. */
record BackgroundLauncher(StackDirectory directory, StackPorts ports) {

  private static final long LOOK_EVERY_MILLIS = 100;

  int start(boolean fresh, boolean empty, boolean infrastructureOnly) {
    directory.create();
    var log = directory.log("launcher");
    try {
      var launcher =
          new ProcessBuilder(command(fresh, empty, infrastructureOnly))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!repeatUntilReady(launcher, log)) {
        return 1;
      }
    } catch (IOException e) {
      throw new StackException("The launcher cannot be started: " + e.getMessage(), e);
    }
    SignInHint.print(directory, ports.console());
    System.out.println("./caseclock status shows it, ./caseclock down stops it.");
    return 0;
  }

  /**
   * A session of its own where the system has a command for that; a closed terminal ends nothing.
   */
  private List<String> command(boolean fresh, boolean empty, boolean infrastructureOnly) {
    var command = new ArrayList<String>();
    if (Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable)) {
      command.add("setsid");
    }
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "caseclock"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m"));
    command.add("-Dcaseclock.root=" + RepositoryPaths.repository());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CaseClockCli.class.getName(), "up", "--in-background"));
    command.add("--console-port=" + ports.console());
    command.add("--intake-port=" + ports.intake());
    command.add("--monitor-port=" + ports.monitor());
    command.add("--postgres-port=" + ports.postgres());
    command.add("--kafka-port=" + ports.kafka());
    addIf(command, fresh, "--fresh");
    addIf(command, empty, "--empty");
    addIf(command, infrastructureOnly, "--infrastructure-only");
    return command;
  }

  private static void addIf(List<String> command, boolean wanted, String option) {
    if (wanted) {
      command.add(option);
    }
  }

  private boolean repeatUntilReady(Process launcher, Path log) throws IOException {
    try (var said = Files.newInputStream(log)) {
      while (!launcher.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        repeat(said);
        if (isReady(launcher.pid())) {
          return true;
        }
      }
      repeat(said);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while the stack started", e);
    }
  }

  private boolean isReady(long pid) {
    return StackRecord.read(directory.stackFile())
        .filter(record -> record.launcher().pid() == pid)
        .filter(record -> record.state() == StackRecord.State.READY)
        .isPresent();
  }

  private static void repeat(InputStream said) throws IOException {
    said.transferTo(System.out);
    System.out.flush();
  }
}
