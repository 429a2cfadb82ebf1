package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.caseclock.local.StackException;
import io.caseclock.local.cli.DeadLettersCommand.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {

  @TempDir private Path folder;

  @Test
  void a_letter_is_named_by_its_service_and_its_number() {
    var place = Place.of("notification/17");

    assertThat(place.service()).isEqualTo("notification");
    assertThat(place.path()).isEqualTo("/api/v1/dead-letters/17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "17", "monitor", "monitor/", "monitor/x", "intake/1", "monitor/1/2"})
  void what_names_no_letter_is_refused_with_what_does(String text) {
    assertThatThrownBy(() -> Place.of(text))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("monitor")
        .hasMessageContaining("notification");
  }

  @Test
  void those_of_an_installation_are_asked_with_its_token() throws IOException {
    var paths = new ArrayList<String>();
    var monitor = monitor(paths);
    var token = Files.writeString(folder.resolve("token.txt"), "a-token").toString();
    var address = "http://127.0.0.1:" + monitor.getAddress().getPort();
    try {
      assertThat(CaseClockCli.run("dead-letters", "--monitor", address, "--token-file", token))
          .isZero();
      assertThat(
              CaseClockCli.run(
                  "dead-letters",
                  "replay",
                  "monitor/17",
                  "--monitor",
                  address,
                  "--token-file",
                  token))
          .isZero();
      assertThat(
              CaseClockCli.run(
                  "dead-letters",
                  "show",
                  "notification/1",
                  "--monitor",
                  address,
                  "--token-file",
                  token))
          .isEqualTo(1);
    } finally {
      monitor.stop(0);
    }

    assertThat(paths)
        .containsExactly(
            "Bearer a-token /api/v1/dead-letters", "Bearer a-token /api/v1/dead-letters/17/replay");
  }

  @Test
  void a_token_without_an_address_is_sent_nowhere() throws IOException {
    var token = Files.writeString(folder.resolve("token.txt"), "a-token").toString();

    assertThat(CaseClockCli.run("dead-letters", "list", "--token-file", token)).isEqualTo(1);
  }

  private static HttpServer monitor(List<String> paths) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          paths.add(
              exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + exchange.getRequestURI().getPath());
          var body = "{\"deadLetters\": [], \"id\": 17}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "show", "replay", "dismiss"})
  void every_subcommand_tells_its_use(String subcommand) {
    assertThat(CaseClockCli.run("dead-letters", subcommand, "--help")).isZero();
  }
}
