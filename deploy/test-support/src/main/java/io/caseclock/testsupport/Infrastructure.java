package io.caseclock.testsupport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The servers of this JVM. A test framework may load this class several times, in one class loader
 * a test profile; the addresses therefore stand in the system properties, where all of them look.
 *
 * <p>{@code CASECLOCK_TEST_SERVERS=embedded} in the environment asks for no Docker daemon.
 */
final class Infrastructure {

  private static final Duration PROBE = Duration.ofSeconds(2);
  private static final Duration LONGEST_CONTAINER_START = Duration.ofSeconds(90);
  private static final String POSTGRES = "io.caseclock.testsupport.postgres";
  private static final String KAFKA = "io.caseclock.testsupport.kafka";

  private Infrastructure() {}

  static PostgresAddress postgres() {
    return PostgresAddress.ofText(started(POSTGRES, Servers::postgres, PostgresAddress::asText));
  }

  static String kafka() {
    return started(KAFKA, Servers::kafka, bootstrapServers -> bootstrapServers);
  }

  private static <T> String started(
      String property, Function<Servers, T> start, Function<T, String> asText) {
    synchronized (Runtime.getRuntime()) {
      var known = System.getProperty(property);
      if (known != null) {
        return known;
      }
      var address =
          fromContainers(start).map(asText).orElseGet(() -> asText.apply(fromEmbedded(start)));
      System.setProperty(property, address);
      return address;
    }
  }

  private static <T> T fromEmbedded(Function<Servers, T> start) {
    var servers = new EmbeddedServers();
    stopAtExit(servers);
    return start.apply(servers);
  }

  /** A daemon may answer and yet be unable to pull an image; that is no reason for a red build. */
  private static <T> Optional<T> fromContainers(Function<Servers, T> start) {
    if ("embedded".equals(System.getenv("CASECLOCK_TEST_SERVERS"))
        || !DockerProbe.answers(System.getenv("DOCKER_HOST"), PROBE)) {
      return Optional.empty();
    }
    var servers = new ContainerServers();
    Supplier<T> starting = () -> start.apply(servers);
    try {
      var value =
          CompletableFuture.supplyAsync(starting)
              .get(LONGEST_CONTAINER_START.toSeconds(), TimeUnit.SECONDS);
      stopAtExit(servers);
      return Optional.of(value);
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("Docker answers but gives no container, embedded servers instead: " + e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting containers", e);
    }
  }

  private static void stopAtExit(Servers servers) {
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-test-servers"));
  }
}
