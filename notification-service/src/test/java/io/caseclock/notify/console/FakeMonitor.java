package io.caseclock.notify.console;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands where the monitor would: answers what a test says, path by path, and remembers what it was
 * asked. While nothing is said for a path, it is as if the monitor were away. One for the whole
 * JVM, told what to answer by HTTP, since a test framework may load this class several times.
 */
public final class FakeMonitor {

  private static final String URL = "io.caseclock.notify.fake-monitor";
  private static final String CONTROL = "/fake-monitor";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final TypeReference<List<Asked>> ASKED = new TypeReference<>() {};

  /**
   * A question.
   *
   * @param line {@code GET /path?query}
   * @param token the value of the header {@code Authorization}; empty for none
   * @param unit the value of the header {@code Caseclock-Unit}; empty for none
   * @param version the value of the header {@code If-Match}; empty for none
   * @param body empty for none
   */
  public record Asked(String line, String token, String unit, String version, String body) {}

  /** What is answered. */
  private record Said(int status, String json) {}

  /** Where it listens; it is started by whoever asks first. */
  public static String url() {
    return System.getProperties().computeIfAbsent(URL, key -> start()).toString();
  }

  /** Forgets all answers and questions: the monitor is away. */
  public static void isAway() {
    control("DELETE", "", "");
  }

  /** Says what is answered to any question for that path, whatever its parameters. */
  public static void tells(String path, String json) {
    says(path, new Said(200, json));
  }

  /**
   * Says that any question for that path is refused by a problem of that slug; a status from 500 on
   * is as good as being away.
   */
  public static void refuses(String path, int status, String slug) {
    var problem = Map.of("type", "urn:caseclock:problem:" + slug, "detail", "Refused.");
    says(path, new Said(status, Json.text(problem)));
  }

  /** Every question so far, in the order in which they came. */
  public static List<Asked> asked() {
    try {
      return Json.MAPPER.readValue(control("GET", "", ""), ASKED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of all questions so far. */
  public static List<String> questions() {
    return asked().stream().map(Asked::line).toList();
  }

  /** The same of questions by that method only, with a violation at that place of their body. */
  public static void refuses(
      String method, String path, int status, String slug, String... pointers) {
    var violations =
        Arrays.stream(pointers).map(it -> Map.of("pointer", it, "message", "Refused.")).toList();
    var problem =
        Map.of(
            "type",
            "urn:caseclock:problem:" + slug,
            "detail",
            "Refused.",
            "violations",
            violations);
    says(path + "?" + method, new Said(status, Json.text(problem)));
  }

  private static void says(String path, Said said) {
    control("PUT", path, Json.text(said));
  }

  private static String control(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(url() + CONTROL + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String start() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(loopback, 0);
      Map<String, Said> answers = new ConcurrentHashMap<>();
      List<Asked> asked = new CopyOnWriteArrayList<>();
      server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
      server.createContext("/", exchange -> answer(exchange, answers, asked));
      server.createContext(CONTROL, exchange -> obey(exchange, answers, asked));
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, Map<String, Said> answers, List<Asked> asked)
      throws IOException {
    var headers = exchange.getRequestHeaders();
    var token = Objects.toString(headers.getFirst("Authorization"), "");
    var unit = Objects.toString(headers.getFirst("Caseclock-Unit"), "");
    var version = Objects.toString(headers.getFirst("If-Match"), "");
    var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(new Asked(line, token, unit, version, body(exchange)));
    var path = exchange.getRequestURI().getRawPath();
    var any = answers.getOrDefault(path, new Said(503, "{}"));
    send(exchange, answers.getOrDefault(path + "?" + exchange.getRequestMethod(), any));
  }

  private static void obey(HttpExchange exchange, Map<String, Said> answers, List<Asked> asked)
      throws IOException {
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        var path = exchange.getRequestURI().toString().substring(CONTROL.length());
        answers.put(path, Json.MAPPER.readValue(body(exchange), Said.class));
      }
      case "DELETE" -> {
        answers.clear();
        asked.clear();
      }
      default -> {}
    }
    send(exchange, new Said(200, Json.text(asked)));
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, Said said) throws IOException {
    try (exchange) {
      var bytes = said.json().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(said.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private FakeMonitor() {}
}
