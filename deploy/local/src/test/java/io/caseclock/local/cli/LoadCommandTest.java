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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A load into an installation, which knows nothing of the tokens of the local stack. */
class LoadCommandTest {

  private static final String EVENT = "{\"id\": \"%d\", \"source\": \"urn:example:hr\"}\n";

  @TempDir private Path folder;

  private final PrintStream usual = System.out;
  private final PrintStream usualErrors = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<String> signed = new ArrayList<>();
  private final HttpServer intake = server();
  private String good = "Bearer first";

  @BeforeEach
  void listen() {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(out);
    intake.createContext("/api/v1/events", this::answer);
    intake.start();
  }

  @AfterEach
  void listenNoMore() {
    intake.stop(0);
    System.setOut(usual);
    System.setErr(usualErrors);
  }

  @Test
  void the_token_of_the_file_is_sent_to_the_installation() throws IOException {
    assertThat(load(token("first\n"), "--as", "administrator")).isZero();

    assertThat(signed).containsExactly("Bearer first");
    assertThat(text()).contains("1 rows = 1 accepted");
  }

  @Test
  void years_of_old_cases_need_no_local_stack() throws IOException {
    assertThat(load(token("first"), "--history")).isZero();

    assertThat(text()).contains("历史数据", "GET /api/v1/history/report of its monitor");
  }

  @Test
  void an_api_key_stands_behind_its_word() throws IOException {
    good = "ApiKey k.secret";

    assertThat(load(token("ApiKey k.secret"))).isZero();
    assertThat(signed).containsExactly("ApiKey k.secret");
  }

  @Test
  void a_token_that_was_renewed_goes_on_with_the_load() throws IOException {
    var file = token("ended");
    var load = Thread.ofVirtual().start(() -> load(file));
    while (signed().isEmpty()) {
      Thread.onSpinWait();
    }
    // the first request is answered only when the file holds the next token
    Files.writeString(file, "first");
    join(load);

    assertThat(signed()).containsExactly("Bearer ended", "Bearer first");
    assertThat(text()).contains("1 rows = 1 accepted");
  }

  @Test
  void a_token_that_nobody_renews_ends_the_load_and_is_never_said() throws IOException {
    assertThat(load(token("s3cret"))).isEqualTo(1);

    assertThat(text()).contains("does not accept the token").doesNotContain("s3cret");
    assertThat(signed).hasSize(1);
  }

  @Test
  void the_token_decides_and_no_option() throws IOException {
    assertThat(load(token("first"), "--unit", "9901")).isEqualTo(1);
    assertThat(load(token("first"), "--source", "urn:x:*")).isEqualTo(1);

    assertThat(text()).contains("令牌决定可以报送什么", "the token decides what it may post");
    assertThat(signed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://intake.example",
        "http://127.0.0.1.example:8081",
        "http://localhost.example",
        "http://10.0.0.1:8081/"
      })
  void the_local_stacks_own_token_goes_to_no_other_machine(String address) throws IOException {
    assertThat(run("--intake-url", address)).isEqualTo(1);

    assertThat(text()).contains("--token-file 文件", "--token-file FILE", "CASECLOCK_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://user@intake.example", "https://intake.example/api", "intake"})
  void what_is_no_address_of_a_service_is_refused(String address) throws IOException {
    assertThat(run("--intake-url", address, "--token-file", token("first").toString()))
        .isEqualTo(1);

    assertThat(text()).contains("Not an address");
  }

  private int load(Path token, String... more) {
    var options = Stream.of("--intake-url", address(), "--token-file", token.toString());
    return run(Stream.concat(options, Stream.of(more)).toArray(String[]::new));
  }

  private int run(String... options) {
    var file = folder.resolve("events.ndjson");
    write(file, EVENT.formatted(1));
    var all = Stream.concat(Stream.of("load", file.toString()), Stream.of(options));
    return CaseClockCli.run(all.toArray(String[]::new));
  }

  private Path token(String text) {
    return write(folder.resolve("token.txt"), text);
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    synchronized (signed) {
      signed.add(header);
    }
    while (header.equals("Bearer ended")
        && Files.readString(folder.resolve("token.txt")).equals("ended")) {
      Thread.onSpinWait();
    }
    var isTaken = header.equals(good);
    var body =
        "{\"results\": [{\"index\": 0, \"status\": \"accepted\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(isTaken ? 202 : 401, isTaken ? body.length : -1);
    exchange.getResponseBody().write(isTaken ? body : new byte[0]);
    exchange.close();
  }

  private List<String> signed() {
    synchronized (signed) {
      return List.copyOf(signed);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String address() {
    return "http://127.0.0.1:" + intake.getAddress().getPort();
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
