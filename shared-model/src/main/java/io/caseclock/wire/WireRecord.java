package io.caseclock.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A CloudEvent in binary mode: attributes without their {@code ce_} prefix, and the data as bytes.
 *
 * @param key the Kafka key, the case id
 * @param attributes {@code id}, {@code source}, {@code type}, {@code subject}, {@code time} and
 *     extensions
 */
public record WireRecord(String key, Map<String, String> attributes, byte[] data) {

  static final String PREFIX = "ce_";

  public WireRecord {
    attributes = Map.copyOf(attributes);
  }

  /** Takes the headers of a consumed record; a record without key or value is malformed. */
  public static WireRecord of(ConsumerRecord<String, byte[]> consumed) {
    if (consumed.key() == null || consumed.value() == null) {
      throw new MalformedRecordException("a record needs a key and a value");
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    consumed
        .headers()
        .forEach(
            header -> {
              if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(
                    header.key().substring(PREFIX.length()),
                    new String(header.value(), StandardCharsets.UTF_8));
              }
            });
    return new WireRecord(consumed.key(), attributes, consumed.value());
  }

  /** The attributes as Kafka header names, to be stored in an outbox row. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    attributes.forEach((name, value) -> headers.put(PREFIX + name, value));
    headers.put("content-type", "application/json");
    return headers;
  }

  /** A required attribute; throws {@link MalformedRecordException} where it is missing. */
  public String attribute(String name) {
    return optional(name)
        .orElseThrow(() -> new MalformedRecordException("the header ce_" + name + " is missing"));
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isBlank());
  }
}
