package io.caseclock.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;

/**
 * A broker in a JVM of its own. It writes its process id to {@code broker.ready} beside its log
 * directory once it answers, and ends cleanly on SIGTERM.
 *
 * <p>Arguments: the directory, and those of a {@link KafkaNode}.
 */
public final class KafkaBrokerMain {

  private KafkaBrokerMain() {}

  static Path readyFile(Path directory) {
    return directory.resolveSibling("broker.ready");
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    quietLogging();
    var directory = Path.of(arguments[0]);
    var broker =
        startOrExit(directory, KafkaNode.of(List.of(arguments).subList(1, arguments.length)));
    var stop = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    announce(directory);
    stop.await();
  }

  private static EmbeddedKafkaBroker startOrExit(Path directory, KafkaNode node) {
    try {
      return EmbeddedKafkaBroker.start(directory, node);
    } catch (EmbeddedServerException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      throw e;
    }
  }

  private static void announce(Path directory) throws IOException {
    var ready = readyFile(directory);
    var half = ready.resolveSibling(ready.getFileName() + ".half");
    Files.writeString(half, Long.toString(ProcessHandle.current().pid()));
    Files.move(half, ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Read from a resource, so that no option on the command line is needed. */
  private static void quietLogging() throws IOException {
    if (!"java.util.logging.LogManager".equals(LogManager.getLogManager().getClass().getName())) {
      return;
    }
    try (var settings =
        Objects.requireNonNull(
            KafkaBrokerMain.class.getResourceAsStream("broker-logging.properties"))) {
      LogManager.getLogManager().readConfiguration(settings);
    }
  }
}
