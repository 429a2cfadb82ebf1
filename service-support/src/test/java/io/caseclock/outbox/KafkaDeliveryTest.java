package io.caseclock.outbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.InfrastructureResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sender against a real broker. */
@Timeout(90)
class KafkaDeliveryTest {

  private final String bootstrapServers =
      Objects.requireNonNull(new InfrastructureResource().start().get("kafka.bootstrap.servers"));
  private final String topic = "delivery-" + UUID.randomUUID();

  @Test
  void keys_headers_bytes_and_order_arrive() {
    var records =
        IntStream.range(0, 200).mapToObj(number -> record("案-" + number % 7, number)).toList();
    // a consumer's settings come along from the service's one set of Kafka settings
    Map<String, Object> brokers =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "key.deserializer",
            StringDeserializer.class.getName());

    try (var sender = new KafkaOutboxSender(brokers, Duration.ofSeconds(20))) {
      sender.send(records);
    }

    var arrived = arrived(records.size());
    for (var key : records.stream().map(OutboxRecord::key).distinct().toList()) {
      assertThat(arrived.stream().filter(record -> record.key().equals(key)))
          .usingRecursiveFieldByFieldElementComparator()
          .containsExactlyElementsOf(
              records.stream().filter(record -> record.key().equals(key)).toList());
    }
  }

  private OutboxRecord record(String key, int number) {
    var headers = Map.of("ce_id", "快-" + number, "content-type", "application/json");
    return new OutboxRecord(topic, key, "case-filed", headers, new byte[] {0, -1, (byte) number});
  }

  private List<OutboxRecord> arrived(int count) {
    List<OutboxRecord> arrived = new ArrayList<>();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", topic,
            "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (arrived.size() < count) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> arrived.add(outbox(record)));
      }
    }
    return arrived;
  }

  private static OutboxRecord outbox(ConsumerRecord<String, byte[]> record) {
    var headers =
        StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(record.headers().iterator(), 0), false)
            .collect(toMap(Header::key, KafkaDeliveryTest::text));
    return new OutboxRecord(record.topic(), record.key(), "case-filed", headers, record.value());
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
