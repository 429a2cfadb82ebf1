package io.caseclock.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics of the suite from their beginning to their present end, in no group. */
public final class WholeTopic {

  private WholeTopic() {}

  /** Each topic, but those that the broker has for itself. */
  static Set<String> names(Suite suite) {
    try (var consumer = consumer(suite)) {
      Set<String> names = new TreeSet<>(consumer.listTopics().keySet());
      names.removeIf(name -> name.startsWith("__"));
      return names;
    }
  }

  /** All records of a topic, those of one part in their order. */
  public static List<ConsumerRecord<byte[], byte[]>> of(Suite suite, String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer = consumer(suite)) {
      var parts =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      var ends = consumer.endOffsets(parts);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Suite suite) {
    return new KafkaConsumer<>(
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, suite.stack().brokers().bootstrapServers()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
