package io.caseclock.outbox;

import io.caseclock.wire.WireRecord;
import java.util.Map;

/**
 * A record on its way to Kafka.
 *
 * @param type for routing and for people; the event's type
 * @param headers complete Kafka headers
 */
public record OutboxRecord(
    String topic, String key, String type, Map<String, String> headers, byte[] payload) {

  public OutboxRecord {
    headers = Map.copyOf(headers);
  }

  /** A CloudEvent in binary mode. */
  public static OutboxRecord of(String topic, WireRecord wire) {
    return new OutboxRecord(topic, wire.key(), wire.attribute("type"), wire.headers(), wire.data());
  }
}
