package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What generators of clients may rely on in the OpenAPI document of a service. */
public abstract class ApiDescriptionBehaviour {

  private static final String PROBLEM = "#/components/schemas/Problem";
  private static final String JSON = "application/json";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private final ObjectMapper mapper = new ObjectMapper();
  private JsonNode document = mapper.createObjectNode();

  /** Where the service listens on the loopback address. */
  protected abstract int port();

  /** How many reads at least answer with something that can be compared. */
  protected abstract int reads();

  @BeforeEach
  protected void read() throws IOException, InterruptedException {
    document = mapper.readTree(get("/q/openapi?format=json").body());
  }

  @Test
  protected void every_operation_says_how_it_refuses() {
    List<String> silent = new ArrayList<>();
    operations(
        (name, operation) -> {
          for (var answer : operation.path("responses").properties()) {
            var isRefusal = answer.getKey().matches("default|[45]..");
            if (isRefusal && !PROBLEM.equals(problem(answer.getValue()))) {
              silent.add(name + " " + answer.getKey());
            }
          }
          if (!operation.path("responses").has("default")) {
            silent.add(name);
          }
        });
    assertThat(silent).isEmpty();
    assertThat(document.at("/components/schemas/Problem/required")).hasSize(4);
  }

  private static String problem(JsonNode answer) {
    return answer.path("content").path("application/problem+json").at("/schema/$ref").asText();
  }

  @Test
  protected void no_body_of_json_is_described_as_bytes() {
    List<String> bytes = new ArrayList<>();
    operations(
        (name, operation) -> {
          for (var content : operation.at("/requestBody/content").properties()) {
            var schema = content.getValue().path("schema");
            if (content.getKey().contains("json")
                && !schema.has("$ref")
                && !Set.of("object", "array").contains(schema.path("type").asText())) {
              bytes.add(name + " " + content.getKey());
            }
          }
        });
    assertThat(bytes).isEmpty();
  }

  @Test
  protected void time_zones_are_texts() {
    assertThat(document.at("/components/schemas").has("ZoneRules")).isFalse();
  }

  @Test
  protected void every_way_to_sign_in_is_described() {
    var ways = document.at("/components/securitySchemes");
    assertThat(ways.at("/bearer/type").asText()).isEqualTo("http");
    assertThat(ways.at("/bearer/scheme").asText()).isEqualTo("bearer");
    operations(
        (name, operation) -> {
          for (var way : operation.path("security")) {
            way.fieldNames().forEachRemaining(scheme -> assertThat(ways.has(scheme)).isTrue());
          }
        });
  }

  @Test
  protected void each_operation_that_asks_who_calls_takes_the_header_of_a_unit() {
    List<String> asking = new ArrayList<>();
    List<String> taking = new ArrayList<>();
    operations(
        (name, operation) -> {
          if (!operation.path("security").isEmpty()) {
            asking.add(name);
          }
          var units = parameters(operation, "header").filter(ApiDescriptionBehaviour::isUnit);
          units.forEach(
              parameter -> {
                assertThat(parameter.path("required").asBoolean()).as(name).isFalse();
                assertThat(parameter.at("/schema/type").asText()).as(name).isEqualTo("string");
                taking.add(name);
              });
        });
    assertThat(taking).isNotEmpty().isEqualTo(asking);
  }

  private static boolean isUnit(JsonNode parameter) {
    return parameter.path("name").asText().equals("Caseclock-Unit");
  }

  @Test
  protected void a_method_that_a_path_has_not_is_refused_with_those_that_it_has()
      throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      var asked = asked(path.getKey());
      for (var method : List.of("PATCH", "OPTIONS")) {
        var answer = send(method, asked);
        var told = Set.of(answer.headers().firstValue("Allow").orElse("").split(", "));
        if (answer.statusCode() != 405
            || !told.containsAll(allowed(path.getValue()))
            || !anyAllowed(asked).containsAll(told)) {
          faults.add(method + " " + path.getKey() + " " + answer.statusCode() + " " + told);
        }
      }
    }
    assertThat(send("OPTIONS", "/api/v1/nowhere").statusCode()).isEqualTo(404);
    assertThat(faults).isEmpty();
  }

  /** With words where paths take some words alone. */
  private static String asked(String path) {
    return path.replace("{form}", "html").replace("{step}", "review").replaceAll("\\{\\w+}", "x");
  }

  /** What a path has of its own; one that may be read tells its head too. */
  private static Set<String> allowed(JsonNode path) {
    Set<String> methods = new HashSet<>();
    for (var operation : path.properties()) {
      if (METHODS.contains(operation.getKey())) {
        methods.add(operation.getKey().toUpperCase(Locale.ROOT));
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }

  /** What all paths have together that fit, such as that of a thing and that of a word. */
  private Set<String> anyAllowed(String asked) {
    Set<String> methods = new HashSet<>();
    for (var path : document.path("paths").properties()) {
      if (asked.matches(path.getKey().replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"))) {
        methods.addAll(allowed(path.getValue()));
      }
    }
    return methods;
  }

  @Test
  protected void what_is_read_is_as_it_is_described() throws IOException, InterruptedException {
    List<String> faults = new ArrayList<>();
    var compared = 0;
    for (var path : document.path("paths").properties()) {
      var schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
      if (!path.getKey().contains("{") && path.getKey().startsWith("/api/") && !schema.isEmpty()) {
        var answer = get(path.getKey());
        if (answer.statusCode() == 200) {
          compared++;
          compare(path.getKey(), schema, mapper.readTree(answer.body()), faults);
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(reads());
  }

  private void compare(String place, JsonNode schema, JsonNode value, List<String> faults) {
    if (schema.has("$ref")) {
      compare(place, schema(schema.path("$ref").asText()), value, faults);
      return;
    }
    if (schema.has("anyOf")) {
      faults.addAll(fewest(place, schema.path("anyOf"), value));
      return;
    }
    if (!schema.path("type").isMissingNode() && !types(schema).contains(type(value))) {
      faults.add(place + " is " + type(value) + ", described as " + types(schema));
    }
    if (value.isNull()) {
      return;
    }
    for (var name : schema.path("required")) {
      if (!value.has(name.asText())) {
        faults.add(place + " lacks " + name.asText());
      }
    }
    for (var member : schema.path("properties").properties()) {
      if (value.has(member.getKey())) {
        var below = place + "/" + member.getKey();
        compare(below, member.getValue(), value.path(member.getKey()), faults);
      }
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> compare(place + "/-", schema.path("items"), item, faults));
    }
  }

  /** What is wrong by the description that fits best. */
  private List<String> fewest(String place, JsonNode descriptions, JsonNode value) {
    List<List<String>> each = new ArrayList<>();
    for (var description : descriptions) {
      List<String> faults = new ArrayList<>();
      compare(place, description, value, faults);
      each.add(faults);
    }
    return each.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
  }

  private static Set<String> types(JsonNode schema) {
    var type = schema.path("type");
    var named = type.isArray() ? type : List.of(type);
    Set<String> types = new HashSet<>();
    named.forEach(each -> types.add(each.asText()));
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "null";
    };
  }

  private void operations(BiConsumer<String, JsonNode> seen) {
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          seen.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
        }
      }
    }
  }

  /** The described operation, such as {@code post} of a path. */
  protected JsonNode operation(String method, String path) {
    return document.path("paths").path(path).path(method);
  }

  /** What a reference leads to. */
  protected JsonNode schema(String reference) {
    return document.at(reference.substring(1));
  }

  /** Those of an operation that go into the query. */
  protected static List<JsonNode> queryParameters(JsonNode operation) {
    return parameters(operation, "query").toList();
  }

  private static Stream<JsonNode> parameters(JsonNode operation, String place) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals(place));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path);
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .header("Authorization", "Bearer " + TestTokens.of("auditor").unit("D01").sign())
            .header("Accept", JSON)
            .method(method, BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
