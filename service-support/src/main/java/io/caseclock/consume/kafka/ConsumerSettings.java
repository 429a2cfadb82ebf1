package io.caseclock.consume.kafka;

import io.caseclock.time.Backoff;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How a channel reads.
 *
 * @param group the consumer group; replicas of a service share it
 * @param batch the most records taken at once
 * @param backoff how long it waits after an error before it begins again
 */
public record ConsumerSettings(String group, int batch, Backoff backoff) {

  private static final int SESSION_MILLIS = 10_000;
  private static final int HEARTBEAT_MILLIS = 3_000;

  /**
   * The settings of the Kafka client. A replica that dies leaves its partitions to the others
   * within ten seconds. Records come as bytes, so that none can fail before our own code sees it.
   *
   * @param brokers bootstrap servers, and TLS and SASL where they are used
   */
  Map<String, Object> of(Map<String, Object> brokers, String topic) {
    Map<String, Object> settings = new HashMap<>(brokers);
    settings.keySet().removeIf(key -> key.endsWith("serializer"));
    settings.remove(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-" + topic);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
    return settings;
  }
}
