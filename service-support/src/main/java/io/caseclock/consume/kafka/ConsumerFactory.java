package io.caseclock.consume.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens a consumer for a channel. */
@FunctionalInterface
public interface ConsumerFactory {

  /** May throw, and is then called again later. */
  Connection open(String topic, ConsumerSettings settings);

  /** A consumer, and what ends with it. */
  record Connection(Consumer<byte[], byte[]> consumer, Runnable alsoClosed) {}

  /** Over the network, with the client's own metrics. */
  static ConsumerFactory to(Map<String, Object> brokers, MeterRegistry meters) {
    return (topic, settings) -> {
      var consumer =
          new KafkaConsumer<>(
              settings.of(brokers, topic),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer());
      var metrics = new KafkaClientMetrics(consumer);
      metrics.bindTo(meters);
      return new Connection(consumer, metrics::close);
    };
  }
}
