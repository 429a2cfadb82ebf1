package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services, of which one holds the case. */
class HoldCommandTest {

  private static final String PATH = "/api/v1/cases/A%2F1/legal-hold";

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();
  private final List<HttpServer> services = new ArrayList<>();
  private String held = "";
  private String free = "";
  private String token = "";

  @BeforeEach
  void twoServices() throws IOException {
    token = Files.writeString(folder.resolve("token.txt"), "a-token\n").toString();
    held = service("held", true);
    free = service("free", false);
  }

  @AfterEach
  void stop() {
    services.forEach(service -> service.stop(0));
  }

  @Test
  void a_hold_is_placed_at_each_service_with_its_reason() {
    assertThat(run("hold", "--reason", "a complaint")).isZero();

    assertThat(asked)
        .containsExactly(
            "held PUT " + PATH + " {\"reason\":\"a complaint\"}",
            "free PUT " + PATH + " {\"reason\":\"a complaint\"}");
  }

  @Test
  void without_a_reason_it_only_asks() {
    assertThat(run("hold")).isEqualTo(3);

    assertThat(asked).containsExactly("held GET " + PATH + " ", "free GET " + PATH + " ");
  }

  @Test
  void a_case_that_every_service_holds_ends_the_question_with_zero() throws IOException {
    free = service("held too", true);

    assertThat(run("hold")).isZero();
  }

  @Test
  void where_one_did_not_answer_nothing_is_known() {
    services.getFirst().stop(0);

    assertThat(run("hold")).isEqualTo(1);
  }

  @Test
  void a_case_is_released_where_it_is_held() {
    assertThat(run("release", "--reason", "over")).isZero();

    assertThat(asked)
        .containsExactly(
            "held GET " + PATH + " ",
            "held POST " + PATH + "/release {\"reason\":\"over\"}",
            "free GET " + PATH + " ");
  }

  @Test
  void a_release_of_what_nobody_holds_says_so_and_shows_no_earlier_hold() throws IOException {
    held = service("another free", false);
    var usual = System.out;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(run("release", "--reason", "over")).isEqualTo(3);
    } finally {
      System.setOut(usual);
    }

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("nothing to release", "没有解除", "Nothing was released")
        .doesNotContain("earlier");
  }

  @Test
  void a_service_that_is_away_keeps_no_other_from_being_asked() {
    services.getFirst().stop(0);

    assertThat(run("hold", "--reason", "a complaint")).isEqualTo(1);
    assertThat(run("release", "--reason", "over")).isEqualTo(1);

    assertThat(asked)
        .containsExactly(
            "free PUT " + PATH + " {\"reason\":\"a complaint\"}", "free GET " + PATH + " ");
  }

  @Test
  void a_service_is_asked_once() {
    held = free;

    assertThat(run("hold", "--reason", "a complaint")).isEqualTo(1);

    assertThat(asked).isEmpty();
  }

  @Test
  void where_no_service_holds_the_case_the_exit_says_so() throws IOException {
    held = service("free too", false);

    assertThat(run("release", "--reason", "over")).isEqualTo(3);
  }

  private int run(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, "A/1", held, free));
    arguments.addAll(List.of("--token-file", token));
    arguments.addAll(List.of(options));
    return CaseClockCli.run(arguments.toArray(String[]::new));
  }

  private String service(String name, boolean isHeld) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, name, isHeld));
    server.start();
    services.add(server);
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange, String name, boolean isHeld) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        "%s %s %s %s"
            .formatted(
                name, exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), body));
    var holds = isHeld ? "[]" : "[{\"reason\":\"an earlier one\"}]";
    var told =
        ("{\"held\":" + isHeld + ",\"holds\":" + holds + "}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, told.length);
    exchange.getResponseBody().write(told);
    exchange.close();
  }
}
