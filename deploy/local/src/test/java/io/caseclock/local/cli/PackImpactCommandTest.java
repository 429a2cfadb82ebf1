package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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

/** A monitor elsewhere, which says of any pack that it moves two deadlines. */
class PackImpactCommandTest {

  private static final String RUN = "/api/v1/impact-run";
  private static final Path PACK =
      Path.of("../../shared-model/src/main/resources/packs/cn-public-security");

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();
  private String state = "done";
  private String counts = "{\"moved\":2}";
  private HttpServer monitor;
  private String url = "";
  private String token = "";

  @BeforeEach
  void aMonitor() throws IOException {
    token = Files.writeString(folder.resolve("token.txt"), "a-token\n").toString();
    monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    monitor.createContext("/", this::answer);
    monitor.start();
    url = "http://127.0.0.1:" + monitor.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    monitor.stop(0);
  }

  @Test
  void without_a_bound_it_only_tells() {
    assertThat(run(url, "--token-file", token)).isZero();

    assertThat(asked)
        .containsExactly(
            "POST " + RUN + " Bearer a-token",
            "GET " + RUN + " Bearer a-token",
            "GET /api/v1/packs Bearer a-token");
  }

  @Test
  void one_more_than_the_bound_is_too_much() {
    assertThat(run(url, "--token-file", token, "--at-most", "3")).isZero();
    assertThat(run(url, "--token-file", token, "--at-most", "2")).isZero();
    assertThat(run(url, "--token-file", token, "--at-most", "1")).isEqualTo(1);
  }

  @Test
  void what_did_not_come_to_its_end_is_no_success() {
    state = "too-long";
    assertThat(run(url, "--token-file", token, "--at-most", "9")).isEqualTo(1);
  }

  @Test
  void an_answer_that_is_no_report_is_no_success() {
    counts = "\"none\"";

    assertThat(run(url, "--token-file", token, "--at-most", "9")).isEqualTo(1);
  }

  @Test
  void misuse_is_told_from_a_failure_and_asks_nobody() {
    assertThat(run(url, "--token-file", token, "--at-most", "-1")).isEqualTo(2);
    assertThat(run(url, "--token-file", token, "--at-most", "many")).isEqualTo(2);
    assertThat(run("--token-file", token)).isEqualTo(2);
    assertThat(run(url, "another", "--token-file", token)).isEqualTo(2);

    assertThat(asked).isEmpty();
  }

  private int run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("pack", "impact", PACK.toString()));
    arguments.addAll(List.of(options));
    return CaseClockCli.run(arguments.toArray(String[]::new));
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    asked.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization")));
    var told = body(exchange).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        exchange.getRequestMethod().equals("POST") ? 202 : 200, told.length);
    exchange.getResponseBody().write(told);
    exchange.close();
  }

  private String body(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().equals(RUN)
        ? ("{\"state\":\"%s\",\"startedAt\":\"2026-03-02T03:00:00Z\",\"report\":{\"cases\":1,\"open\":5,"
                + "\"counts\":%s,\"differences\":[],\"unverified\":[]}}")
            .formatted(state, counts)
        : "{\"packs\":[{\"id\":\"cn-public-security\"}]}";
  }
}
