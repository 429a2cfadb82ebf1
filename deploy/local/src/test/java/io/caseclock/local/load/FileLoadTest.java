package io.caseclock.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.local.Credential;
import io.caseclock.local.StackException;
import io.caseclock.local.file.FileShape;
import io.caseclock.time.Backoff;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLoadTest {

  private static final ObjectMapper JSON = new ObjectMapper();

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

    var result = FileLoad.of(file(1_201), 3).load(client(), done::addAndGet);

    assertThat(result.totals()).isEqualTo(new LoadTotals(1_199, 1, 1, 0));
    assertThat(requests).hasValue(3);
    assertThat(done).hasValue(1_201);
  }

  @Test
  void what_was_rejected_is_listed_with_line_and_reason() throws IOException {
    answerWith(exchange -> results(exchange));
    var file = file(3);
    Files.writeString(file, Files.readString(file) + "hello, world\n");

    var result = FileLoad.of(file, 2).load(client(), done -> {});

    var list = Path.of(file + ".rejected.csv");
    var lines = Path.of(file + ".rejected.ndjson");
    assertThat(result.rejectedFiles()).containsExactly(list, lines);
    assertThat(Files.readString(list)).startsWith("\uFEFFline,source,id,status,原因,reason\r\n");
    assertThat(Files.readAllLines(list))
        .hasSize(3)
        .contains(
            "3,precinct/9901,2,422,接收服务未接收：/data/unit 缺少,Event refused: /data/unit is missing")
        .anyMatch(line -> line.startsWith("4,,,0,不是完整的 JSON：到第 ") && line.contains("\"not JSON at"))
        .noneMatch(line -> line.contains("Source"));
    assertThat(Files.readAllLines(lines))
        .containsExactlyInAnyOrder(
            "{\"id\": \"2\", \"source\": \"precinct/9901\"}", "hello, world");
  }

  @Test
  void the_list_of_the_rejected_is_in_the_order_of_the_file() throws IOException {
    answerWith(exchange -> results(exchange));
    var file = directory.resolve("events.ndjson");
    Files.writeString(file, "{\"id\": \"2\"}\nhello\n\n{\"id\": \"3\"}\n{\"id\": \"2\"}\n[]\n");

    var result = FileLoad.of(file, 1).load(client(), done -> {});

    assertThat(result.totals()).isEqualTo(new LoadTotals(1, 0, 4, 1));
    assertThat(Files.readAllLines(Path.of(file + ".rejected.csv")).stream().skip(1))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactly("1", "2", "5", "6");
    assertThat(Files.readAllLines(Path.of(file + ".rejected.ndjson")))
        .containsExactly("{\"id\": \"2\"}", "hello", "{\"id\": \"2\"}", "[]");
  }

  @Test
  void an_earlier_list_of_the_rejected_is_forgotten() throws IOException {
    answerWith(exchange -> results(exchange));
    var file = file(1);
    Files.writeString(Path.of(file + ".rejected.csv"), "old");

    var result = FileLoad.of(file, 1).load(client(), done -> {});

    assertThat(result.rejectedFiles()).isEmpty();
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

    var result = FileLoad.of(file(1), 1).load(client(), done -> {});

    assertThat(result.totals()).isEqualTo(new LoadTotals(1, 0, 0, 0));
    assertThat(requests).hasValue(2);
  }

  @Test
  void a_refused_token_ends_the_load() throws IOException {
    answerWith(exchange -> answer(exchange, 401, ""));
    var file = file(1);

    assertThatThrownBy(() -> FileLoad.of(file, 1).load(client(), done -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("token");
  }

  @Test
  void a_token_that_ends_on_the_way_stops_the_load_and_tells_where() throws IOException {
    answerWith(
        exchange -> {
          if (requests.get() > 1) {
            answer(exchange, 401, "");
          } else {
            results(exchange);
          }
        });

    var result = FileLoad.of(file(1_201), 1).load(client(), done -> {});

    assertThat(result.stop().orElseThrow().line()).isEqualTo(501);
    assertThat(result.totals()).isEqualTo(new LoadTotals(498, 1, 1, 0));
  }

  @Test
  void intake_that_does_not_come_back_stops_the_load_which_goes_on_when_it_is_loaded_again()
      throws IOException {
    var isAway = new AtomicBoolean(true);
    answerWith(
        exchange -> {
          if (isAway.get() && requests.get() > 2) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(exchange, 429, "{}");
          } else {
            results(exchange);
          }
        });
    var file = file(1_201);

    var stopped = FileLoad.of(file, 1).load(client(), done -> {});
    isAway.set(false);
    var again = FileLoad.of(file, 1).load(client(), done -> {});

    assertThat(stopped.stop().orElseThrow().line()).isEqualTo(1_001);
    assertThat(stopped.stop().orElseThrow().reason()).hasMessageContaining("429");
    assertThat(stopped.totals()).isEqualTo(new LoadTotals(998, 1, 1, 0));
    assertThat(again.totals().all()).isEqualTo(1_201);
  }

  @Test
  void a_quota_that_is_used_up_stops_the_load_at_once_and_is_told() throws IOException {
    answerWith(
        exchange -> {
          if (requests.get() > 1) {
            exchange.getResponseHeaders().add("Retry-After", "36000");
            answer(
                exchange,
                429,
                "{\"title\": \"Too much\", \"detail\": \"The quota is used up.\", \"quota\": 500}");
          } else {
            results(exchange);
          }
        });

    var result = FileLoad.of(file(1_201), 1).load(client(), done -> {});

    assertThat(result.stop().orElseThrow().line()).isEqualTo(501);
    assertThat(result.stop().orElseThrow().reason()).hasMessageContaining("The quota is used up.");
    assertThat(requests).hasValue(2);
  }

  @Test
  void a_batch_that_is_refused_whole_is_halved_down_to_the_guilty_line() throws IOException {
    answerWith(
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          if (new String(body, StandardCharsets.UTF_8).contains("\"id\": \"7\"")) {
            answer(exchange, 400, "{\"type\": \"urn:caseclock:problem:malformed-request\"}");
          } else {
            results(exchange, body);
          }
        });
    var file = file(20);

    var result = FileLoad.of(file, 1).load(client(), done -> {});

    assertThat(result.totals()).isEqualTo(new LoadTotals(17, 1, 2, 0));
    assertThat(Files.readString(Path.of(file + ".rejected.csv")))
        .contains("8,precinct/9901,7,400,内容无法读取,no reason given");
  }

  @Test
  void lines_are_sent_byte_for_byte() throws IOException {
    var sent = new AtomicReference<String>();
    answerWith(
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          sent.set(new String(body, StandardCharsets.UTF_8));
          results(exchange, body);
        });
    var file = directory.resolve("events.ndjson");
    Files.writeString(file, "{\"n\": 1.50,  \"s\": \"\\u4e2d\"}\n\n {\"n\":2}\t\n");

    FileLoad.of(file, 1).load(client(), done -> {});

    assertThat(sent).hasValue("[{\"n\": 1.50,  \"s\": \"\\u4e2d\"}, {\"n\":2}\t]");
  }

  @Test
  void intake_that_answers_for_other_events_than_were_sent_is_not_believed() throws IOException {
    answerWith(
        exchange ->
            answer(
                exchange,
                207,
                """
                {"results": [{"index": 0, "status": "accepted"}, {"index": 0, "status": "accepted"}]}
                """));
    var file = file(2);

    assertThatThrownBy(() -> FileLoad.of(file, 1).load(client(), done -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("other events");
  }

  @Test
  void the_rejected_rows_of_a_table_are_mended_in_place_and_loaded_again() throws IOException {
    answerWith(exchange -> results(exchange));
    answerSchemas();
    var file = directory.resolve("events.csv");
    Files.writeString(
        file,
        "id;source;type;data.ref\r\n"
            + "1;a;t;=1+1\r\n"
            + "2;a;t;\"x;y\"\r\n"
            + "3;a;t;x;more\r\n"
            + "4;a;t;\"open\r\n");

    var result = FileLoad.of(file, 1).load(client(), done -> {});

    assertThat(result.totals()).isEqualTo(new LoadTotals(0, 1, 3, 1));
    var list = Path.of(file + ".rejected.csv");
    var text = Files.readString(list);
    assertThat(text)
        .startsWith("\uFEFF#行 line;#原因;#reason;id;source;type;data.ref\r\n")
        .contains(
            "3;接收服务未接收：/data/unit 缺少;Event refused: /data/unit is missing;2;a;t;" + "\"x;y\"\r\n")
        .contains("4;本行有 5 格，表头只有 4 列;the row has 5 cells, the head 4;3;a;t;x;more\r\n")
        .contains(
            "5;第 5 行开始的引号没有结束;the quote that begins on line 5 is not"
                + " closed;4;a;t;\"\"\"open\"\r\n");

    Files.writeString(
        list,
        text.replace(";2;a;", ";22;a;").replace(";more", "").replace("\"\"\"open\"", "closed"));
    var again = FileLoad.of(list, 1).load(client(), done -> {});

    assertThat(again.totals()).isEqualTo(new LoadTotals(3, 0, 0, 1));
  }

  @Test
  void what_would_run_as_a_formula_is_shown_as_text_in_the_list() throws IOException {
    answerWith(exchange -> results(exchange));
    var file = directory.resolve("events.ndjson");
    Files.writeString(file, "{\"id\": \"2\", \"source\": \"=cmd|' /C calc'!A0\"}\n");

    FileLoad.of(file, 1).load(client(), done -> {});

    assertThat(Files.readString(Path.of(file + ".rejected.csv")))
        .contains("1,'=cmd|' /C calc'!A0,2,");
  }

  @Test
  void rejected_lines_keep_the_encoding_of_their_file() throws IOException {
    answerWith(exchange -> results(exchange));
    var file = directory.resolve("events.ndjson");
    Files.write(
        file, "\uFEFF{\"id\": \"2\", \"n\": \"中\"}\r\n".getBytes(StandardCharsets.UTF_16LE));

    FileLoad.of(file, 1).load(client(), done -> {});

    assertThat(Files.readString(Path.of(file + ".rejected.ndjson"), StandardCharsets.UTF_16LE))
        .isEqualTo("\uFEFF{\"id\": \"2\", \"n\": \"中\"}\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bom-and-blank-lines.ndjson",
        "two-objects-on-a-line.ndjson",
        "out-of-the-batch.ndjson",
        "doubled-member.ndjson",
        "gbk.ndjson",
        "utf-8-with-a-gbk-line.ndjson",
        "excel-utf-8.csv",
        "excel-gbk.csv",
        "row-too-long.csv",
        "quotes-not-closed.csv",
        "line-ends-in-cells.csv"
      })
  void every_row_is_accounted_for(String name) throws IOException {
    answerWith(exchange -> results(exchange));
    answerSchemas();
    var file = directory.resolve(name);
    try (var in = FileLoadTest.class.getResourceAsStream("/files/" + name)) {
      Files.write(file, Objects.requireNonNull(in).readAllBytes());
    }

    var result = FileLoad.of(file, 2).load(client(), done -> {});

    assertThat(result.stop()).isEmpty();
    assertThat(result.totals().all()).isEqualTo(result.rows()).isPositive();
  }

  @Test
  void every_event_of_a_load_of_old_cases_says_so_and_is_otherwise_as_it_was() throws IOException {
    var bodies = new ArrayList<String>();
    answerWith(
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          bodies.add(new String(body, StandardCharsets.UTF_8));
          results(exchange, body);
        });
    var file = directory.resolve("old.ndjson");
    Files.writeString(
        file,
        """
        {"id": "5", "n":1.50}
         { }
        {"id": "6", "historyuntil": "2020-01-01T00:00:00Z"}
        {"id": "7", "data": {"historyuntil": 1}}
        """);
    var until = Instant.parse("2026-03-02T01:30:00.123Z");

    new FileLoad(file, FileShape.of(file, Optional.empty()), 1, Optional.of(until))
        .load(client(), done -> {});

    assertThat(bodies)
        .containsExactly(
            "[{\"historyuntil\":\"2026-03-02T01:30:00.123Z\",\"id\": \"5\", \"n\":1.50},"
                + "{\"historyuntil\":\"2026-03-02T01:30:00.123Z\" },"
                + "{\"id\": \"6\", \"historyuntil\": \"2020-01-01T00:00:00Z\"},"
                + "{\"historyuntil\":\"2026-03-02T01:30:00.123Z\",\"id\": \"7\","
                + " \"data\": {\"historyuntil\": 1}}]");
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

  private void answerSchemas() {
    intake.createContext("/api/v1/event-types", exchange -> answer(exchange, 200, "[]"));
    intake.createContext("/api/v1/facts", exchange -> answer(exchange, 200, "[]"));
  }

  /** Knows the event "1" already and refuses the event "2". */
  private static void results(HttpExchange exchange) throws IOException {
    results(exchange, exchange.getRequestBody().readAllBytes());
  }

  private static void results(HttpExchange exchange, byte[] body) throws IOException {
    assertThat(exchange.getRequestHeaders().getFirst("Content-Type"))
        .isEqualTo("application/cloudevents-batch+json");
    var events = JSON.readTree(body);
    var results = JSON.createArrayNode();
    for (var index = 0; index < events.size(); index++) {
      results.add(result(index, events.get(index)));
    }
    answer(exchange, 207, JSON.createObjectNode().set("results", results).toString());
  }

  private static JsonNode result(int index, JsonNode event) {
    var result = JSON.createObjectNode().put("index", index);
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
    return new IntakeClient(
        address,
        Credential.token("a-token"),
        new Backoff(Duration.ofMillis(10), Duration.ofMillis(160)));
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
