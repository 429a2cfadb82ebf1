package io.caseclock.e2e;

import com.networknt.schema.Schema;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** {@code docs/asyncapi.yaml}: which channels there are, and what each record of them is like. */
final class AsyncApi {

  private static final String COMPONENTS = "components";

  private final Map<String, Object> document;

  private AsyncApi(Map<String, Object> document) {
    this.document = document;
  }

  static AsyncApi of(Path file) throws IOException {
    return new AsyncApi(new Yaml().load(Files.readString(file)));
  }

  /** A topic, with what is said of it and the messages that stand there. */
  record Channel(String address, String description, List<Message> messages) {

    boolean isOfDeadLetters() {
      return address.endsWith(".dead-letter");
    }

    /** The message that names a type, else that of any; several where the document is not clear. */
    List<Message> of(String type) {
      var naming = messages.stream().filter(message -> message.types().contains(type)).toList();
      return naming.isEmpty()
          ? messages.stream().filter(message -> message.types().isEmpty()).toList()
          : naming;
    }
  }

  /**
   * @param types those that it may be of; none where any may be that no other is of
   * @param payload as it is described; empty where it may be anything
   */
  record Message(
      String name, Set<String> types, Schema headers, Map<String, Object> payload, Object parts) {

    boolean isOfTheSender() {
      return String.valueOf(payload.get("description")).startsWith("What the sender wrote");
    }

    /** Of members that are described alone, though readers pass over others. */
    Schema data() {
      return compiled(with(parts, closed(payload)));
    }

    /** Of members that are described here, or in the schema of the event's type. */
    Schema data(Map<String, Object> ofType) {
      Map<String, Object> open = new LinkedHashMap<>(ofType);
      open.remove("$schema");
      open.remove("additionalProperties");
      Map<String, Object> both = new LinkedHashMap<>();
      both.put("allOf", List.of(payload, open));
      both.put("unevaluatedProperties", false);
      return compiled(with(parts, both));
    }
  }

  List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    for (var name : object(document, "channels").keySet()) {
      var channel = object(object(document, "channels"), name);
      var messages = object(channel, "messages").keySet().stream().map(this::message).toList();
      var description = String.valueOf(channel.get("description")).replaceAll("\\s+", " ").strip();
      channels.add(
          new Channel(
              (String) Objects.requireNonNull(channel.get("address")), description, messages));
    }
    return channels;
  }

  private static Schema compiled(Map<String, Object> schema) {
    return JsonSchemas.of(Json.text(schema));
  }

  private static Map<String, Object> with(Object parts, Map<String, Object> schema) {
    Map<String, Object> whole = new LinkedHashMap<>(schema);
    whole.put(COMPONENTS, parts);
    return whole;
  }

  private Message message(String name) {
    var components = object(document, COMPONENTS);
    var message = object(object(components, "messages"), name);
    var headers = with(components, object(message, "headers"));
    if (headers.containsKey("allOf")) {
      headers.put("unevaluatedProperties", false);
    }
    var payload =
        message.containsKey("payload") ? object(message, "payload") : Map.<String, Object>of();
    return new Message(name, types(headers), compiled(headers), payload, closed(components));
  }

  private static Map<String, Object> closed(Map<?, ?> schema) {
    Map<String, Object> closed = new LinkedHashMap<>();
    schema.forEach(
        (member, value) ->
            closed.put((String) member, value instanceof Map<?, ?> inner ? closed(inner) : value));
    if (closed.get("properties") instanceof Map<?, ?>) {
      closed.putIfAbsent("additionalProperties", false);
    }
    return closed;
  }

  private static Set<String> types(Map<String, Object> headers) {
    Set<String> types = new HashSet<>();
    if (headers.get("allOf") instanceof List<?> parts) {
      for (var part : parts) {
        if (part instanceof Map<?, ?> schema
            && schema.get("properties") instanceof Map<?, ?> properties
            && properties.get("ce_type") instanceof Map<?, ?> type) {
          if (type.get("enum") instanceof List<?> all) {
            all.forEach(word -> types.add((String) word));
          }
          if (type.get("const") instanceof String one) {
            types.add(one);
          }
        }
      }
    }
    return types;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> parent, String member) {
    return (Map<String, Object>) Objects.requireNonNull(parent.get(member), member);
  }
}
