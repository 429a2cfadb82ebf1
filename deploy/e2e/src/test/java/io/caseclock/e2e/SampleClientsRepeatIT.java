package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clients in {@code docs/clients}, where the answers are not those of a good day. */
class SampleClientsRepeatIT {

  private static final String TOKEN = "a-token";

  private record Answer(int status, String head, String value, String body) {}

  private record Asked(String path, String token, String type, String body) {}

  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(SampleClient.class)
  void it_sends_the_same_again_after_the_time_asked_for(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
    answers.add(new Answer(503, "Retry-After", "0", "busy"));
    answers.add(new Answer(429, "Retry-After", "0", "too much"));
    answers.add(new Answer(202, "Content-Type", "application/json", "已收"));
    var event = "{\"subject\":\"案件\"}";

    var run = run(client, Files.writeString(folder.resolve("events.ndjson"), event + "\n\n"));

    assertThat(run.lines()).containsExactly("202 已收");
    assertThat(run.exit()).isZero();
    var same =
        new Asked("/api/v1/events", "Bearer " + TOKEN, "application/cloudevents+json", event);
    assertThat(asked).containsExactly(same, same, same);
  }

  @ParameterizedTest
  @EnumSource(SampleClient.class)
  void it_waits_as_often_as_it_is_asked_to(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
    for (var i = 0; i < 12; i++) {
      answers.add(new Answer(i % 2 == 0 ? 503 : 429, "Retry-After", "0", "busy"));
    }
    answers.add(new Answer(202, "Content-Type", "application/json", "ok"));

    var run = run(client, Files.writeString(folder.resolve("events.ndjson"), "{}\n"));

    assertThat(run.lines()).containsExactly("202 ok");
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest
  @EnumSource(SampleClient.class)
  void it_waits_for_an_hour_in_all(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
    answers.add(new Answer(503, "Retry-After", "3601", "busy"));

    var run = run(client, Files.writeString(folder.resolve("events.ndjson"), "{}\n{}\n"));

    assertThat(run.lines()).isEmpty();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(SampleClient.class)
  void what_breaks_twice_is_kept_and_the_next_one_sent(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
    answers.add(new Answer(500, "Content-Type", "text/plain", "broken"));
    answers.add(new Answer(500, "Content-Type", "text/plain", "broken"));
    answers.add(new Answer(202, "Content-Type", "text/plain", "ok"));

    var run = run(client, Files.writeString(folder.resolve("events.ndjson"), "{\"a\":1}\n{}\n"));

    assertThat(run.lines()).containsExactly("500 broken", "202 ok");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(folder.resolve("unsent")).hasContent("{\"a\":1}");
  }

  @ParameterizedTest
  @EnumSource(SampleClient.class)
  void it_signs_in_once_more_and_sends_again_what_came_too_slowly(
      SampleClient client, @TempDir Path folder) throws IOException, InterruptedException {
    for (var status : List.of(401, 408, 202)) {
      answers.add(new Answer(status, "Content-Type", "text/plain", "said"));
    }
    var events = Files.writeString(folder.resolve("events.ndjson"), "{}\n");

    var run = client.run(here(), "ApiKey a-key", events);

    assertThat(run.lines()).containsExactly("202 said");
    assertThat(asked).extracting(Asked::token).containsOnly("ApiKey a-key").hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(SampleClient.class)
  void an_address_without_a_scheme_is_refused_at_once(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
    var events = Files.writeString(folder.resolve("events.ndjson"), "{}\n");

    var run = client.run(URI.create("localhost:8081"), TOKEN, events);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(asked).isEmpty();
  }

  /** Whoever is led elsewhere would hand its token to another. */
  @ParameterizedTest
  @EnumSource(SampleClient.class)
  void it_goes_nowhere_else_with_its_token(SampleClient client, @TempDir Path folder)
      throws IOException, InterruptedException {
    for (var status : List.of(301, 302, 303, 307, 308)) {
      answers.add(new Answer(status, "Location", "/elsewhere", "elsewhere"));
    }
    var lines = Collections.nCopies(5, "{}");

    var run = run(client, Files.write(folder.resolve("events.ndjson"), lines));

    assertThat(run.lines()).hasSize(5).allMatch(line -> line.startsWith("30"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(asked).extracting(Asked::path).containsOnly("/api/v1/events").hasSize(5);
  }

  private SampleClient.Run run(SampleClient client, Path events)
      throws IOException, InterruptedException {
    return client.run(here(), TOKEN, events);
  }

  private URI here() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          new Asked(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      var next = answers.remove();
      var body = next.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set(next.head(), next.value());
      exchange.sendResponseHeaders(next.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
