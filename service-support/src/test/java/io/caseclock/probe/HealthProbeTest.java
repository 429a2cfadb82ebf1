package io.caseclock.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthProbeTest {

  @ParameterizedTest
  @CsvSource({"200, true", "201, false", "302, false", "404, false", "503, false"})
  void only_200_is_well(int status, boolean well) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/ready",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/well");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.createContext(
        "/well",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      assertThat(HealthProbe.isWell(address(server.getAddress().getPort()))).isEqualTo(well);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void where_nobody_listens_nothing_is_well() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    assertThat(HealthProbe.isWell(address(free))).isFalse();
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port + "/ready");
  }
}
