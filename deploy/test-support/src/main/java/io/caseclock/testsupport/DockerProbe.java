package io.caseclock.testsupport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Docker daemon for a sign of life, and not for longer than told: Testcontainers' own check
 * waits for minutes on a daemon that hangs.
 */
final class DockerProbe {

  private static final Path USUAL_SOCKET = Path.of("/var/run/docker.sock");
  private static final byte[] PING =
      "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private DockerProbe() {}

  /**
   * Returns whether the daemon answers.
   *
   * @param dockerHost what {@code DOCKER_HOST} says
   */
  static boolean answers(@Nullable String dockerHost, Duration within) {
    return address(dockerHost).map(address -> answers(address, within)).orElse(false);
  }

  static boolean answers(SocketAddress address, Duration within) {
    try (var channel = open(address)) {
      var answer = CompletableFuture.supplyAsync(() -> ping(channel, address));
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException | IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<SocketAddress> address(@Nullable String dockerHost) {
    if (dockerHost == null || dockerHost.isBlank()) {
      return Optional.of(UnixDomainSocketAddress.of(USUAL_SOCKET));
    }
    var uri = URI.create(dockerHost.strip());
    return switch (String.valueOf(uri.getScheme())) {
      case "unix" -> Optional.of(UnixDomainSocketAddress.of(uri.getPath()));
      case "tcp", "http" -> Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
      default -> Optional.empty();
    };
  }

  private static SocketChannel open(SocketAddress address) throws IOException {
    return address instanceof UnixDomainSocketAddress
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }

  /** Ends with an exception at the latest when the caller closes the channel. */
  private static boolean ping(SocketChannel channel, SocketAddress address) {
    try {
      channel.connect(address);
      channel.write(ByteBuffer.wrap(PING));
      var answer = ByteBuffer.allocate(64);
      channel.read(answer);
      var text = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
      return text.startsWith("HTTP/1.") && text.contains(" 200 ");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
