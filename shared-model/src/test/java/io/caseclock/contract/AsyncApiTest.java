package io.caseclock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/asyncapi.yaml} tells what is really on the topics. */
class AsyncApiTest {

  private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final ObjectMapper MAPPER = new JsonMapper();

  /** Those of JSON Schema that the document has a use for. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "$ref",
          "additionalProperties",
          "allOf",
          "const",
          "contentEncoding",
          "description",
          "enum",
          "format",
          "items",
          "maxItems",
          "maxLength",
          "maximum",
          "minLength",
          "minimum",
          "pattern",
          "properties",
          "required",
          "title",
          "type");

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final Map<String, Object> document = read();

  static Stream<String> goldenRecords() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Test
  void every_topic_is_a_channel() {
    Set<String> addresses = new TreeSet<>();
    object(document, "channels").values().forEach(each -> addresses.add(text(each, "address")));

    var topics = new TreeSet<>(Topics.deadLetters());
    topics.addAll(
        List.of(
            Topics.CASE_EVENTS,
            Topics.DEADLINE_EVENTS,
            Topics.NOTICE_EVENTS,
            Topics.DIRECTORY,
            Topics.PERIOD_NUMBERS,
            Topics.CASE_LEVELS));
    assertThat(addresses).isEqualTo(topics);
  }

  @ParameterizedTest
  @MethodSource("goldenRecords")
  void every_record_that_was_ever_written_is_as_its_message_says(String file) throws IOException {
    var golden = golden(file);
    var message = message(text(object(golden, "attributes"), "type"));

    assertThat(faults(message, "headers", headers(golden))).isEmpty();
    assertThat(faults(message, "payload", object(golden, "data"))).isEmpty();
  }

  /** So that a schema that says nothing is found. */
  @ParameterizedTest
  @MethodSource("goldenRecords")
  void a_record_that_lacks_a_required_member_is_not(String file) throws IOException {
    var golden = golden(file);
    var message = message(text(object(golden, "attributes"), "type"));
    List<?> required = (List<?>) Objects.requireNonNull(object(message, "payload").get("required"));

    assertThat(required).isNotEmpty();
    for (var member : required) {
      var lacking = new HashMap<>(object(golden, "data"));
      assertThat(lacking.remove(member)).as("%s in %s", member, file).isNotNull();
      assertThat(faults(message, "payload", lacking)).isNotEmpty();
    }
    for (var attribute : headers(golden).keySet()) {
      var spoiled = new HashMap<String, Object>(headers(golden));
      spoiled.put(attribute, 5);
      assertThat(faults(message, "headers", spoiled)).as("%s as a number", attribute).isNotEmpty();
    }
  }

  /** A description with a comma in it becomes a member of its own, where it stands in no quotes. */
  @Test
  void a_schema_has_no_other_words_than_those_of_json_schema() {
    object(object(document, "components"), "schemas").values().forEach(AsyncApiTest::isOfKeywords);
    for (var message : messages().keySet()) {
      var parts = object(messages(), message);
      isOfKeywords(parts.get("headers"));
      isOfKeywords(parts.getOrDefault("payload", Map.of()));
    }
  }

  private static void isOfKeywords(@Nullable Object schema) {
    if (schema instanceof List<?> many) {
      many.forEach(AsyncApiTest::isOfKeywords);
    } else if (schema instanceof Map<?, ?> one) {
      assertThat(KEYWORDS).as("%s", one).containsAll(words(one));
      isOfKeywords(one.get("items"));
      isOfKeywords(one.get("allOf"));
      isOfKeywords(one.get("additionalProperties"));
      if (one.get("properties") instanceof Map<?, ?> properties) {
        assertThat(properties.keySet()).allMatch(String.class::isInstance);
        properties.values().forEach(AsyncApiTest::isOfKeywords);
      }
    }
  }

  private static List<String> words(Map<?, ?> schema) {
    return schema.keySet().stream().map(String::valueOf).toList();
  }

  @Test
  void every_type_of_deadline_event_is_named() {
    var changes =
        java.util.Arrays.stream(DeadlineEvent.Change.values())
            .map(Words::of)
            .collect(Collectors.toSet());
    var payload = object(object(messages(), "deadlineChange"), "payload");

    assertThat(
            Set.copyOf(
                (List<?>)
                    object(object(payload, "properties"), "change").values().iterator().next()))
        .isEqualTo(changes);
    assertThat(changes)
        .allSatisfy(change -> assertThat(typesOf("deadlineChange")).contains("deadline-" + change));
  }

  /** The message of a type; an event of a case may be of any other. */
  private Map<String, Object> message(String type) {
    return messages().keySet().stream()
        .filter(name -> typesOf(name).contains(type))
        .findFirst()
        .map(name -> object(messages(), name))
        .orElseGet(() -> object(messages(), "caseEvent"));
  }

  /** The types that the headers of a message allow; none where any is. */
  private Set<Object> typesOf(String name) {
    var headers = object(object(messages(), name), "headers");
    Set<Object> types = new java.util.HashSet<>();
    if (headers.get("allOf") instanceof List<?> parts) {
      for (var part : parts) {
        if (part instanceof Map<?, ?> schema
            && schema.get("properties") instanceof Map<?, ?> properties
            && properties.get("ce_type") instanceof Map<?, ?> type) {
          types.addAll(type.get("enum") instanceof List<?> all ? all : List.of());
          if (type.get("const") instanceof String one) {
            types.add(one);
          }
        }
      }
    }
    return types;
  }

  private Map<String, Object> messages() {
    return object(object(document, "components"), "messages");
  }

  private List<String> faults(Map<String, Object> message, String part, Map<String, ?> value) {
    Map<String, Object> schema = new LinkedHashMap<>(object(message, part));
    schema.put("components", document.get("components"));
    Schema compiled = SCHEMAS.getSchema(MAPPER.valueToTree(schema));
    return compiled.validate(MAPPER.valueToTree(value)).stream().map(Error::toString).toList();
  }

  private static Map<String, Object> headers(Map<String, Object> golden) {
    Map<String, Object> headers = new LinkedHashMap<>();
    object(golden, "attributes").forEach((name, value) -> headers.put("ce_" + name, value));
    return headers;
  }

  private static Map<String, Object> golden(String file) throws IOException {
    return Json.object(Files.readAllBytes(GOLDEN.resolve(file)));
  }

  private static Map<String, Object> read() {
    try {
      return new Yaml().load(Files.readString(DOCUMENT, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Object object, String member) {
    return String.valueOf(((Map<?, ?>) object).get(member));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> parent, String member) {
    return (Map<String, Object>) Objects.requireNonNull(parent.get(member), member);
  }
}
