package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.pack.file.PackFiles;
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
import java.util.Objects;
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
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
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
  void examples_that_do_not_come_out_stop_where_there_is_a_bound() throws IOException {
    var broken = folder.resolve("broken").toString();
    var example = "2026-04-07T23:59:59+08:00,\"Day 30 is Sat 04-04";
    copy(Path.of(broken), example, example.replace("04-07T", "04-08T"));

    assertThat(runWith(broken, url, "--token-file", token)).isZero();
    assertThat(text()).contains("that do not come out: 3;", "注意：规则包自带的算例有 3 个", "examples.csv:");
    assertThat(runWith(broken, url, "--token-file", token, "--at-most", "9")).isEqualTo(1);
  }

  private static void copy(Path to, String from, String by) throws IOException {
    var files = PackFiles.inFolder(PACK).texts();
    assertThat(files.values()).anyMatch(text -> text.contains(from));
    for (var file : files.entrySet()) {
      var path = to.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue().replace(from, by));
    }
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
    return runWith(PACK.toString(), options);
  }

  private int runWith(String pack, String... options) {
    List<String> arguments = new ArrayList<>(List.of("pack", "impact", pack));
    arguments.addAll(List.of(options));
    var usual = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      return CaseClockCli.run(arguments.toArray(String[]::new));
    } finally {
      System.setOut(usual);
    }
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
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
