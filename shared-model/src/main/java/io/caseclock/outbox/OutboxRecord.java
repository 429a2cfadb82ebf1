package io.caseclock.outbox;

import io.caseclock.wire.WireRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * The same as a part of a trace, by the extension of CloudEvents for distributed tracing; as it
   * is where it belongs to none, or to one already.
   */
  public OutboxRecord inTrace(@Nullable String trace) {
    if (trace == null || headers.containsKey(WireRecord.TRACE)) {
      return this;
    }
    Map<String, String> traced = new HashMap<>(headers);
    traced.put(WireRecord.TRACE, trace);
    return new OutboxRecord(topic, key, type, traced, payload);
  }
}
