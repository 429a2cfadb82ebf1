package io.caseclock.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  private static final int MANY = 200;

  /** Below all that a system gives out by itself. */
  private static final int NOBODYS = 1;

  @Test
  void no_port_is_given_twice() {
    assertThat(IntStream.range(0, MANY).map(time -> FreePort.any()).toArray())
        .doesNotHaveDuplicates();
  }

  /** Between the choice and the listening a connection of anybody could have it. */
  @Test
  void no_port_is_given_that_a_connection_may_get() throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var connection = new Socket(listening.getInetAddress(), listening.getLocalPort())) {
      assertThat(IntStream.range(0, MANY).map(time -> FreePort.any()))
          .allSatisfy(port -> assertThat(port).isLessThan(connection.getLocalPort()));
    }
  }

  @Test
  void no_port_is_given_that_another_jvm_has() throws Exception {
    var port = FreePort.any();

    assertThat(claimedByAnother(port)).isEqualTo("false");
    assertThat(claimedByAnother(NOBODYS)).isEqualTo("true");
  }

  private static String claimedByAnother(int port) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Claimer.class.getName(),
                String.valueOf(port))
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /** Claims a port in a JVM of its own and tells whether it has got it. */
  static final class Claimer {

    private Claimer() {}

    public static void main(String[] args) {
      System.out.println(PortClaims.claim(Integer.parseInt(args[0])));
    }
  }
}
