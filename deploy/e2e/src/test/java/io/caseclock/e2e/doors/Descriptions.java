package io.caseclock.e2e.doors;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import io.caseclock.e2e.JsonSchemas;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ServiceKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The OpenAPI documents of the running services, read strictly: an answer has no member that is not
 * described. One that is not required may be null.
 */
final class Descriptions {

  private final Map<ServiceKind, JsonNode> documents = new EnumMap<>(ServiceKind.class);
  private final Map<String, Schema> compiled = new HashMap<>();

  static Descriptions of(LocalStack stack) {
    var all = new Descriptions();
    for (var service : ServiceKind.values()) {
      all.add(service, Operations.document(stack, service));
    }
    return all;
  }

  /** Of a service; it is made strict in place. */
  private void add(ServiceKind service, JsonNode document) {
    makeStrict(document);
    documents.put(service, document);
  }

  /** Whether something in JSON is described to come back when all goes well. */
  boolean tellsInJson(Operation operation) {
    return !schemas(operation).isEmpty();
  }

  /** What in the answer is not as it is described. */
  List<String> faults(Operation operation, Reply reply) {
    var status = Integer.toString(reply.status());
    var described = responses(operation).path(status).path("content").path(mediaType(reply));
    return described.path("schema").isEmpty()
        ? List.of(" is not described to answer " + status + " " + mediaType(reply))
        : faults(schema(operation, reply.status(), mediaType(reply)), reply);
  }

  private static List<String> faults(Schema schema, Reply reply) {
    return JsonSchemas.faults(schema, reply.text()).stream()
        .map(it -> " answers with " + it)
        .distinct()
        .toList();
  }

  /** Such as {@code application/json}, without what else stands there. */
  private static String mediaType(Reply reply) {
    return reply.header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody can read it as JSON. */
  static boolean isJson(Reply reply) {
    return isJson(mediaType(reply));
  }

  private static boolean isJson(String type) {
    return type.endsWith("/json") || type.endsWith("+json");
  }

  private Set<String> schemas(Operation operation) {
    Set<String> types = new HashSet<>();
    for (var response : responses(operation).properties()) {
      if (response.getKey().startsWith("2")) {
        response.getValue().path("content").fieldNames().forEachRemaining(types::add);
      }
    }
    types.removeIf(type -> !isJson(type));
    return types;
  }

  private JsonNode responses(Operation operation) {
    return document(operation.service())
        .path("paths")
        .path(operation.path())
        .path(operation.method().toLowerCase(Locale.ROOT))
        .path("responses");
  }

  private JsonNode document(ServiceKind service) {
    return Objects.requireNonNull(documents.get(service));
  }

  private Schema schema(Operation operation, int status, String type) {
    var place =
        pointer("paths", operation.path(), operation.method().toLowerCase(Locale.ROOT))
            .append(pointer("responses", Integer.toString(status), "content", type, "schema"));
    return compiled.computeIfAbsent(
        operation.service() + place.toString(), key -> compile(operation.service(), place));
  }

  private Schema compile(ServiceKind service, JsonPointer place) {
    var document = document(service);
    var whole = ((ObjectNode) document.at(place)).deepCopy();
    whole.set("components", document.path("components"));
    return JsonSchemas.of(whole.toString());
  }

  private static JsonPointer pointer(String... names) {
    var pointer = JsonPointer.empty();
    for (var name : names) {
      pointer = pointer.appendProperty(name);
    }
    return pointer;
  }

  /** What is described by its members has no others. */
  private static void makeStrict(JsonNode node) {
    if (node instanceof ObjectNode schema && isRecord(schema)) {
      if (schema.has("allOf")) {
        throw new IllegalStateException("whose parts may each have more members: " + schema);
      }
      letBeNull(schema);
      if (!schema.has("additionalProperties")) {
        schema.put("additionalProperties", false);
      }
    }
    node.forEach(Descriptions::makeStrict);
  }

  /** Not a member that is called so. */
  private static boolean isRecord(ObjectNode schema) {
    var type = schema.path("type");
    return schema.path("properties").isObject() && (type.isTextual() || type.isArray());
  }

  private static void letBeNull(ObjectNode schema) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    var members = (ObjectNode) schema.path("properties");
    for (var name : List.copyOf(members.properties())) {
      if (!required.contains(name.getKey())) {
        var either = members.arrayNode().add(name.getValue());
        either.addObject().put("type", "null");
        members.set(name.getKey(), members.objectNode().set("anyOf", either));
      }
    }
  }
}
