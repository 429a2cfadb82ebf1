package io.caseclock.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.local.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLoadTest {

  @TempDir Path directory;

  private final HttpServer intake = server();
  private final AtomicInteger requests = new AtomicInteger();

  @BeforeEach
  void open() {
    intake.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    intake.start();
  }

  @AfterEach
  void close() {
    intake.stop(0);
  }

  @Test
  void many_events_go_in_batches_and_every_one_is_counted() throws IOException {
    answerWith(exchange -> results(exchange));
    var done = new AtomicLong();

    var result = FileLoad.load(file(1_201), client(), 3, done::addAndGet);

    assertThat(result.totals()).isEqualTo(new LoadTotals(1_199, 1, 1));
    assertThat(requests).hasValue(3);
    assertThat(done).hasValue(1_201);
  }

  @Test
  void what_was_rejected_is_listed_with_line_and_reason() throws IOException {
    answerWith(exchange -> results(exchange));
    var file = file(3);
    Files.writeString(file, Files.readString(file) + "hello, world\n");

    var result = FileLoad.load(file, client(), 2, done -> {});

    assertThat(result.rejectedFile()).hasValue(Path.of(file + ".rejected.csv"));
    assertThat(Files.readAllLines(Path.of(file + ".rejected.csv")))
        .hasSize(3)
        .startsWith("line,source,id,status,reason")
        .contains("3,precinct/9901,2,422,\"Event refused; no unit; /data/unit is missing\"")
        .anyMatch(line -> line.startsWith("4,,,0,\"not JSON"));
  }

  @Test
  void an_earlier_list_of_the_rejected_is_forgotten() throws IOException {
    answerWith(exchange -> results(exchange));
    var file = file(1);
    Files.writeString(Path.of(file + ".rejected.csv"), "old");

    var result = FileLoad.load(file, client(), 1, done -> {});

    assertThat(result.rejectedFile()).isEmpty();
    assertThat(Path.of(file + ".rejected.csv")).doesNotExist();
  }

  @Test
  void intake_that_asks_for_patience_is_asked_again() throws IOException {
    answerWith(
        exchange -> {
          if (requests.get() == 1) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 503, "{}");
          } else {
            results(exchange);
          }
        });

    var result = FileLoad.load(file(1), client(), 1, done -> {});

    assertThat(result.totals()).isEqualTo(new LoadTotals(1, 0, 0));
    assertThat(requests).hasValue(2);
  }

  @Test
  void a_refused_token_ends_the_load() throws IOException {
    answerWith(exchange -> answer(exchange, 401, ""));
    var file = file(1);

    assertThatThrownBy(() -> FileLoad.load(file, client(), 1, done -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("token");
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private void answerWith(Answer answer) {
    intake.createContext(
        "/api/v1/events",
        exchange -> {
          requests.incrementAndGet();
          answer.to(exchange);
        });
  }

  /** Knows the event "1" already and refuses the event "2". */
  private static void results(HttpExchange exchange) throws IOException {
    assertThat(exchange.getRequestHeaders().getFirst("Content-Type"))
        .isEqualTo("application/cloudevents-batch+json");
    var events = EventFile.JSON.readTree(exchange.getRequestBody());
    var results = EventFile.JSON.createArrayNode();
    for (var index = 0; index < events.size(); index++) {
      results.add(result(index, events.get(index)));
    }
    answer(exchange, 207, EventFile.JSON.createObjectNode().set("results", results).toString());
  }

  private static JsonNode result(int index, JsonNode event) {
    var result = EventFile.JSON.createObjectNode().put("index", index);
    switch (event.path("id").asText()) {
      case "1" -> result.put("status", "duplicate");
      case "2" -> {
        result.put("status", "refused");
        var problem = result.putObject("problem");
        problem.put("status", 422).put("title", "Event refused").put("detail", "no unit");
        var violation = problem.putArray("violations").addObject();
        violation.put("pointer", "/data/unit").put("message", "is missing");
      }
      default -> result.put("status", "accepted");
    }
    return result;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Path file(int count) throws IOException {
    var lines =
        IntStream.range(0, count)
            .mapToObj("{\"id\": \"%d\", \"source\": \"precinct/9901\"}\n"::formatted)
            .collect(Collectors.joining());
    return Files.writeString(directory.resolve("events.ndjson"), lines);
  }

  private IntakeClient client() {
    var address = URI.create("http://127.0.0.1:" + intake.getAddress().getPort());
    return new IntakeClient(address, "a-token", Duration.ofMillis(10));
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
