package io.caseclock.e2e.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an honest client sends, by the name of the operation: {@code bodies.json}. In it {@code
 * {{case}}} and the like stand for a thing of the suite at hand.
 */
final class GoodBodies {

  private static final String FILE = "/bodies.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "sample-boundary";

  private final JsonNode all;

  private GoodBodies(JsonNode all) {
    this.all = all;
  }

  /** A body of a media type, in JSON even where it travels as a form. */
  record GoodBody(String type, Map<String, String> headers, JsonNode content) {

    boolean isJson() {
      return type.endsWith("json");
    }

    /** As it travels. */
    Request in(Request request) {
      return in(request, content);
    }

    /** The same request with another content. */
    Request in(Request request, JsonNode other) {
      var whole = request.with(contentType(), bytes(other));
      for (var header : headers.entrySet()) {
        whole = whole.with(header.getKey(), header.getValue());
      }
      return whole;
    }

    String contentType() {
      return type.startsWith("multipart/") ? type + "; boundary=" + BOUNDARY : type;
    }

    private byte[] bytes(JsonNode other) {
      return switch (type) {
        case "application/x-www-form-urlencoded" -> form(other);
        case "multipart/form-data" -> parts(other);
        case "text/plain" -> other.asText().getBytes(StandardCharsets.UTF_8);
        default -> other.toString().getBytes(StandardCharsets.UTF_8);
      };
    }

    private static byte[] form(JsonNode fields) {
      List<String> pairs = new ArrayList<>();
      fields
          .properties()
          .forEach(field -> pairs.add(encoded(field.getKey()) + "=" + value(field.getValue())));
      return String.join("&", pairs).getBytes(StandardCharsets.US_ASCII);
    }

    private static String value(JsonNode node) {
      return encoded(node.isTextual() ? node.asText() : node.toString());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] parts(JsonNode fields) {
      var whole = new StringBuilder();
      for (var field : fields.properties()) {
        whole.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"");
        whole.append(field.getKey() + "\"; filename=\"sample.txt\"\r\n");
        whole.append("Content-Type: text/plain\r\n\r\n" + field.getValue().asText() + "\r\n");
      }
      return whole.append("--" + BOUNDARY + "--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  static GoodBodies read() {
    try (var file = GoodBodies.class.getResourceAsStream(FILE)) {
      return new GoodBodies(JSON.readTree(Objects.requireNonNull(file, FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the operations that have one. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    all.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether a body of the operation names one of these kinds of things. */
  boolean names(String operation, Set<String> kinds) {
    var text = all.path(operation).toString();
    return kinds.stream().anyMatch(kind -> text.contains("{{" + kind + "}}"));
  }

  /** The bodies of an operation; empty where it takes none. */
  List<GoodBody> of(String operation, Things things) {
    List<GoodBody> bodies = new ArrayList<>();
    for (var body : all.path(operation)) {
      Map<String, String> headers = new LinkedHashMap<>();
      body.path("headers")
          .properties()
          .forEach(it -> headers.put(it.getKey(), things.filledIn(it.getValue().asText())));
      bodies.add(
          new GoodBody(body.path("type").asText(), headers, filledIn(body.path("body"), things)));
    }
    return bodies;
  }

  private static JsonNode filledIn(JsonNode content, Things things) {
    try {
      return JSON.readTree(things.filledIn(content.toString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
