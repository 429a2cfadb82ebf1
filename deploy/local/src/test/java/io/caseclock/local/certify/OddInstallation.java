package io.caseclock.local.certify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Intake and monitor in one, as somebody understood them who did not read the contract. */
public final class OddInstallation implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();

  /** A request that came. */
  public record Asked(String path, String authorization, JsonNode body) {

    boolean isBatch() {
      return body.isArray();
    }
  }

  /** An answer. */
  public record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body);
    }
  }

  private OddInstallation(HttpServer server) {
    this.server = server;
  }

  /** Answers everything alike. */
  public static OddInstallation answering(int status, String body) {
    return answering(request -> Answer.of(status, body));
  }

  /** Takes everything, and ends each connection without an answer. */
  public static OddInstallation hangingUp() {
    return answering(
        request -> {
          throw new IllegalStateException("hangs up on " + request.path());
        });
  }

  static OddInstallation answering(Function<Asked, Answer> answers) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var odd = new OddInstallation(HttpServer.create(address, 0));
      odd.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      odd.server.createContext("/", exchange -> odd.answer(exchange, answers));
      odd.server.start();
      return odd;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return address("127.0.0.1");
  }

  /** Under another name of the same machine. */
  URI address(String host) {
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");
  }

  public List<Asked> asked() {
    return new ArrayList<>(asked);
  }

  private void answer(HttpExchange exchange, Function<Asked, Answer> answers) throws IOException {
    try (exchange) {
      var request =
          new Asked(
              exchange.getRequestURI().getPath(),
              Objects.requireNonNullElse(
                  exchange.getRequestHeaders().getFirst("Authorization"), ""),
              tree(exchange.getRequestBody().readAllBytes()));
      asked.add(request);
      var answer = answers.apply(request);
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      var body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static JsonNode tree(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
