package io.caseclock.bench.firing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A process that fires and nothing else, with the options of the JVM that starts it. It ends with
 * that one, and at the latest after some minutes.
 */
final class FiringProcess implements AutoCloseable {

  private static final String PASSWORD = "CASECLOCK_FIRING_PASSWORD";
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final Process process;

  private FiringProcess(Process process) {
    this.process = process;
  }

  static FiringProcess start(FiringDatabase database, Kind kind, int cases) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FiringProcess.class.getName());
    command.addAll(List.of(kind.name(), database.url(), Integer.toString(cases)));
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put(PASSWORD, database.password());
    return new FiringProcess(builder.start());
  }

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    var withItsParent =
        ProcessHandle.current()
            .parent()
            .map(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    var password = Objects.requireNonNull(System.getenv(PASSWORD), PASSWORD);
    var cases = Integer.parseInt(arguments[2]);
    try (var pool = FiringDatabase.pool(arguments[1], password)) {
      Kind.valueOf(arguments[0]).on(pool, cases).fire(cases, LONGEST);
    }
    withItsParent.ifPresent(end -> end.cancel(false));
    System.exit(0);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** {@code kill -9}; returns once it is gone. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("process " + process.pid() + " does not end");
    }
  }
}
