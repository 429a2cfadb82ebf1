package io.caseclock.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what the services send as OpenTelemetry's protocol asks for, on loopback. */
final class SpanCollector implements AutoCloseable {

  private final List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private SpanCollector(HttpServer server) {
    this.server = server;
  }

  static SpanCollector start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var collector = new SpanCollector(server);
      server.createContext("/v1/traces", collector::take);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes()));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} is to say. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that came, as text. */
  String text() {
    return received.toString();
  }

  /** The names of the spans of each trace. */
  List<Set<String>> traces() {
    Map<String, Set<String>> traces = new HashMap<>();
    for (var request : received) {
      for (var resource : request.getResourceSpansList()) {
        for (var scope : resource.getScopeSpansList()) {
          for (var span : scope.getSpansList()) {
            traces
                .computeIfAbsent(
                    span.getTraceId().toString(StandardCharsets.ISO_8859_1), any -> new TreeSet<>())
                .add(span.getName());
          }
        }
      }
    }
    return List.copyOf(traces.values());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
