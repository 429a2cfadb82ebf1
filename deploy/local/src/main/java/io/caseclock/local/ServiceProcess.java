package io.caseclock.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service in a JVM of its own: to be started, killed and started again on the same port. */
public final class ServiceProcess {

  private static final Duration LONGEST_START = Duration.ofSeconds(120);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final int port;
  private final Path log;
  private volatile @Nullable Process process; // by the thread that starts it, read by watchers

  /**
   * Describes a service that is not started yet.
   *
   * @param command what runs it, without a shell
   * @param port where its HTTP interface will answer
   * @param log emptied at every first start, added to when it is started again
   */
  ServiceProcess(
      String name, List<String> command, Map<String, String> environment, int port, Path log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.port = port;
    this.log = log;
  }

  /** Returns the same, not started yet, with another log. */
  ServiceProcess loggingTo(Path log) {
    return new ServiceProcess(name, command, environment, port, log);
  }

  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  public Path log() {
    return log;
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Begins to start; {@link #awaitReady()} waits for the rest. */
  public void start() {
    if (isAlive()) {
      throw new StackException(name + " is running already.");
    }
    try {
      if (process == null) {
        Files.deleteIfExists(log);
      }
      // Ctrl-C reaches every child of a terminal; the stack stops its services itself, in order
      var full = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", name));
      full.addAll(command);
      var builder = new ProcessBuilder(full).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new StackException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** Waits until the service says that it is ready; fails when it ends first. */
  public void awaitReady() {
    var giveUp = System.nanoTime() + LONGEST_START.toNanos();
    while (!isReady()) {
      if (endsWithin(LOOK_EVERY)) {
        throw new StackException(name + " ended while it started.\n" + lastLogLines());
      }
      if (System.nanoTime() > giveUp) {
        throw new StackException(
            "%s is not ready after %d s.%n%s"
                .formatted(name, LONGEST_START.toSeconds(), lastLogLines()));
      }
    }
  }

  /** Returns whether the service answers its readiness check with "up" now. */
  public boolean isReady() {
    return Health.isReady(port);
  }

  public boolean isAlive() {
    var started = process;
    return started != null && started.isAlive();
  }

  /** Returns the process of the last start. */
  public Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).map(Process::toHandle);
  }

  /** Throws where the process has ended since, or does not answer, with its log. */
  void checkAtWork() {
    var started = process;
    if (started != null && !started.isAlive()) {
      throw new StackException(
          "%s ended by itself (exit code %d).%n%s"
              .formatted(name, started.exitValue(), lastLogLines()));
    }
    if (!isReady()) {
      throw new StackException(
          "%s does not answer on port %d.%n%s".formatted(name, port, lastLogLines()));
    }
  }

  /** Ends the service as a power cut would. */
  public void kill() {
    var started = process;
    if (started != null) {
      started.destroyForcibly();
      endsWithin(LONGEST_STOP);
    }
  }

  /** Asks the service to end, and insists after a while. */
  public void stop() {
    var started = process;
    if (started != null) {
      started.destroy();
      if (!endsWithin(LONGEST_STOP)) {
        kill();
      }
    }
  }

  /** Stops the service where it still runs, starts it and waits until it is ready. */
  public void restart() {
    stop();
    start();
    awaitReady();
  }

  public String lastLogLines() {
    return LogTail.of(log);
  }

  private boolean endsWithin(Duration longest) {
    var started = process;
    try {
      return started == null || started.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting for " + name, e);
    }
  }
}
