package io.caseclock.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A broker in a JVM of its own, as its owner sees it: to be started, killed and started again. */
public final class KafkaBrokerProcess implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
  private static final int LOG_LINES_SHOWN = 8;

  private final Path root;
  private final int port;
  private final Supplier<KafkaNode> node;
  private final boolean ephemeral;
  private @Nullable Process process;
  private @Nullable OrphanGuard guard;

  private KafkaBrokerProcess(Path root, int port, Supplier<KafkaNode> node, boolean ephemeral) {
    this.root = root.toAbsolutePath();
    this.port = port;
    this.node = node;
    this.ephemeral = ephemeral;
  }

  /** Its controller has another port at each start: nobody else has to know it. */
  private static KafkaBrokerProcess alone(Path root, int port, boolean ephemeral) {
    var chosen = port == 0 ? FreePort.any() : port;
    return new KafkaBrokerProcess(root, chosen, () -> KafkaNode.alone(chosen), ephemeral);
  }

  /**
   * Returns a broker that is not started yet.
   *
   * @param root holds {@code data}, {@code broker.ready} and {@code kafka.log}
   * @param port 0 for any free one
   */
  public static KafkaBrokerProcess in(Path root, int port) {
    return alone(root, port, false);
  }

  /** Returns one of a cluster; it answers when most of the others are started too. */
  static KafkaBrokerProcess in(Path root, KafkaNode node) {
    return new KafkaBrokerProcess(root, node.port(), () -> node, false);
  }

  /** Returns one whose data is gone when it is closed, or when this JVM dies. */
  public static KafkaBrokerProcess ephemeral() {
    try {
      return alone(Files.createTempDirectory("caseclock-kafka-"), 0, true);
    } catch (IOException e) {
      throw new EmbeddedServerException("No temporary directory: " + e.getMessage(), e);
    }
  }

  /** Starts the broker and returns once it answers. */
  public KafkaBrokerProcess start() {
    launch();
    awaitReady();
    return this;
  }

  /** Begins to start; {@link #awaitReady()} waits for the rest. */
  void launch() {
    if (FreePort.isTaken(port)) {
      throw new EmbeddedServerException("Port " + port + " for Kafka is taken by another program.");
    }
    try {
      Files.createDirectories(root);
      Files.deleteIfExists(KafkaBrokerMain.readyFile(data()));
      var started = launched();
      process = started;
      watch(started);
    } catch (IOException e) {
      throw new EmbeddedServerException("Kafka cannot be started: " + e.getMessage(), e);
    }
  }

  void awaitReady() {
    var started = Objects.requireNonNull(process, "not launched");
    var giveUp = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < giveUp) {
      if (isReady(started.pid())) {
        return;
      }
      if (endedWithin(started, Duration.ofMillis(50))) {
        throw new EmbeddedServerException("Kafka does not start.\n" + lastLogLines());
      }
    }
    kill();
    throw new EmbeddedServerException(
        "Kafka is not ready after " + LONGEST_START.toSeconds() + " s.\n" + lastLogLines());
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public Path log() {
    return root.resolve("kafka.log");
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  public ProcessHandle handle() {
    if (process == null) {
      throw new EmbeddedServerException("Kafka was never started.");
    }
    return process.toHandle();
  }

  /** Ends the broker as a power cut would. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly();
      awaitEnd(process);
    }
  }

  /** Asks the broker to end, and insists after a while. */
  public void stop() {
    if (process == null) {
      return;
    }
    process.destroy();
    if (!awaitEnd(process)) {
      kill();
    }
  }

  /** Does not wait for the end. */
  void askToEnd() {
    if (process != null) {
      process.destroy();
    }
  }

  @Override
  public void close() {
    stop();
    if (ephemeral) {
      dismissGuard();
      FileTree.delete(root);
    }
  }

  private void watch(Process started) {
    if (ephemeral) {
      dismissGuard();
      guard = OrphanGuard.watching(started.pid(), "TERM", root);
    }
  }

  private void dismissGuard() {
    if (guard != null) {
      guard.dismiss();
      guard = null;
    }
  }

  private Path data() {
    return root.resolve("data");
  }

  /** SIGINT is ignored: Ctrl-C reaches every child of a terminal, and the owner stops in order. */
  private Process launched() throws IOException {
    var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "kafka"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:MaxDirectMemorySize=64m", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", classPath(), KafkaBrokerMain.class.getName()));
    command.add(data().toString());
    command.addAll(node.get().arguments());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  /** Relative entries mean this JVM's working directory, which the child shares. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
  }

  private boolean isReady(long pid) {
    try {
      return Files.readString(KafkaBrokerMain.readyFile(data())).equals(Long.toString(pid));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean awaitEnd(Process process) {
    return endedWithin(process, LONGEST_STOP);
  }

  private static boolean endedWithin(Process process, Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("interrupted while waiting for Kafka", e);
    }
  }

  private String lastLogLines() {
    try {
      var lines = Files.readAllLines(log());
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }
}
