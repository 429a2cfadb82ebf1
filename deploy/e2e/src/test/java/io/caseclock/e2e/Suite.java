package io.caseclock.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.caseclock.local.LocalStack;
import io.caseclock.local.Progress;
import io.caseclock.local.StackOptions;
import io.caseclock.local.StackPorts;
import io.caseclock.local.secret.LocalRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** The whole suite on free loopback ports, spoken to as its users do. */
final class Suite implements AutoCloseable {

  static final String BUREAU = "9900";
  static final String STATION = "9901";
  static final String OTHER_STATION = "9902";
  static final String OFFICER = "P990101";
  static final String LEGAL_OFFICER = "P990001";
  static final String CHIEF = "P990100";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final LocalStack stack;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Suite(LocalStack stack) {
    this.stack = stack;
  }

  static Suite start(Path directory, int monitors) {
    var repository = Path.of(System.getProperty("caseclock.repository", "../.."));
    var options =
        StackOptions.in(repository).keptIn(directory).on(StackPorts.free()).withMonitors(monitors);
    var suite = new Suite(LocalStack.start(options, Progress.SILENT));
    Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
    suite.registerDirectory();
    return suite;
  }

  LocalStack stack() {
    return stack;
  }

  Instant now() {
    return stack.clock().now();
  }

  /** Moves the time that all services see. */
  void fastForward(Duration by) {
    stack.clock().advance(by);
  }

  // what precinct systems do

  Map<String, Object> event(String id, String type, String subject, Map<String, Object> data) {
    return event(id, type, subject, now(), data);
  }

  Map<String, Object> event(
      String id, String type, String subject, Instant at, Map<String, Object> data) {
    Map<String, Object> full = new LinkedHashMap<>(data);
    full.putIfAbsent("unit", STATION);
    full.putIfAbsent("officer", OFFICER);
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id,
        "source",
        "urn:precinct:" + STATION,
        "type",
        type,
        "subject",
        subject,
        "time",
        at.toString(),
        "datacontenttype",
        "application/json",
        "data",
        full);
  }

  Answer post(Map<String, Object> event) {
    return send(LocalRole.PRECINCT_SYSTEM, "/api/v1/events", "application/cloudevents+json", event);
  }

  Answer post(List<Map<String, Object>> events) {
    return send(
        LocalRole.PRECINCT_SYSTEM, "/api/v1/events", "application/cloudevents-batch+json", events);
  }

  Answer receipt(String id) {
    return get(
        stack.intakeUrl(),
        "/api/v1/receipts?source=urn:precinct:" + STATION + "&id=" + id,
        stack.token(LocalRole.PRECINCT_SYSTEM));
  }

  // what the monitor tells

  Answer deadlines(String caseId) {
    return monitor("/api/v1/cases/" + caseId + "/deadlines");
  }

  Answer effects(String id) {
    return monitor("/api/v1/effects?source=urn:precinct:" + STATION + "&id=" + id);
  }

  /** Asks whichever replica answers, as a load balancer would. */
  Answer monitor(String path) {
    for (var service : stack.services()) {
      if (service.name().startsWith("monitor") && service.isAlive()) {
        return get(service.baseUrl(), path, stack.token(LocalRole.SUPERVISOR));
      }
    }
    throw new IllegalStateException("no replica of the monitor is alive");
  }

  JsonNode deadline(String caseId, String rule) {
    for (var deadline : deadlines(caseId).body().path("deadlines")) {
      if (deadline.path("rule").asText().equals(rule)) {
        return deadline;
      }
    }
    return MissingNode.getInstance();
  }

  // what people do

  Answer console(LocalRole role, @Nullable String officer, String path) {
    return get(stack.consoleUrl(), path, stack.token(role, BUREAU, officer));
  }

  Answer act(LocalRole role, String officer, String path, Map<String, Object> body) {
    return exchange(
        HttpRequest.newBuilder(stack.consoleUrl().resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + stack.token(role, BUREAU, officer))
            .POST(BodyPublishers.ofString(json(body))));
  }

  /** All pages of a listing. */
  List<JsonNode> all(LocalRole role, @Nullable String officer, String path, String member) {
    var found = new java.util.ArrayList<JsonNode>();
    var next = "";
    do {
      var joint = path.contains("?") ? "&" : "?";
      var after = next.isEmpty() ? "" : "&after=" + next;
      var page = console(role, officer, path + joint + "limit=200" + after);
      page.body().path(member).forEach(found::add);
      next = page.body().path("next").asText("").replace("null", "");
    } while (!next.isEmpty());
    return found;
  }

  /** Asks again until the answer is as expected; fails with the last answer. */
  <T> T until(Supplier<T> question, Predicate<T> expected) {
    var last = new java.util.concurrent.atomic.AtomicReference<T>();
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(200))
          .ignoreExceptionsInstanceOf(UncheckedHttpException.class)
          .until(
              () -> {
                last.set(question.get());
                return expected.test(last.get());
              });
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("still not as expected: " + last.get(), e);
    }
    return Objects.requireNonNull(last.get());
  }

  @Override
  public void close() {
    stack.close();
  }

  private void registerDirectory() {
    unit(BUREAU, null, "示例分局", "Sample Sub-bureau", "sub-bureau");
    unit(STATION, BUREAU, "甲派出所（示例）", "Station A (sample)", "station");
    unit(OTHER_STATION, BUREAU, "乙派出所（示例）", "Station B (sample)", "station");
    officer(OFFICER, STATION, "officer");
    officer(CHIEF, STATION, "supervisor");
    officer(LEGAL_OFFICER, BUREAU, "legal-officer");
    until(
        () -> console(LocalRole.OFFICER, OFFICER, "/api/v1/inbox"),
        answer -> answer.status() == 200);
  }

  private void unit(String id, @Nullable String parent, String zh, String en, String kind) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("names", Map.of("zh", zh, "en", en));
    data.put("kind", kind);
    if (parent != null) {
      data.put("parent", parent);
    }
    register("unit-registered", "unit/" + id, data);
  }

  private void officer(String id, String unit, String role) {
    register(
        "officer-assigned",
        "officer/" + id,
        Map.of("name", "示例" + id, "unit", unit, "roles", List.of(role)));
  }

  private void register(String type, String subject, Map<String, Object> data) {
    var event =
        Map.of(
            "specversion",
            "1.0",
            "id",
            subject,
            "source",
            "urn:directory:sample",
            "type",
            type,
            "subject",
            subject,
            "time",
            now().toString(),
            "datacontenttype",
            "application/json",
            "data",
            data);
    var answer =
        send(LocalRole.ADMINISTRATOR, "/api/v1/events", "application/cloudevents+json", event);
    if (answer.status() != 202) {
      throw new AssertionError("the directory was refused: " + answer);
    }
  }

  private Answer send(LocalRole role, String path, String contentType, Object body) {
    return exchange(
        HttpRequest.newBuilder(stack.intakeUrl().resolve(path))
            .header("Content-Type", contentType)
            .header("Authorization", "Bearer " + stack.token(role))
            .POST(BodyPublishers.ofString(json(body))));
  }

  private Answer get(URI base, String path, String token) {
    return exchange(
        HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token));
  }

  private Answer exchange(HttpRequest.Builder request) {
    try {
      var response =
          http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
      var text = response.body();
      var isJson = response.headers().firstValue("content-type").orElse("").contains("json");
      return new Answer(
          response.statusCode(), isJson ? JSON.readTree(text) : MissingNode.getInstance());
    } catch (IOException e) {
      throw new UncheckedHttpException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nobody answered: a service is down, which some stories want. */
  static final class UncheckedHttpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncheckedHttpException(IOException cause) {
      super(cause);
    }
  }
}
