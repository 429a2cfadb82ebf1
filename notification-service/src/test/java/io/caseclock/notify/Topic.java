package io.caseclock.notify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to a topic of the test broker, and reads one from its beginning. */
public record Topic(String bootstrapServers, String name) {

  private static final int MOST_POLLS = 150;

  public void write(ConsumerRecord<String, byte[]> like) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(name, null, like.key(), like.value(), like.headers()))
          .get();
    }
  }

  /** Reads on until as many fitting records were seen, or 15 seconds have passed. */
  public List<ConsumerRecord<String, byte[]>> read(
      int wanted, Predicate<ConsumerRecord<String, byte[]>> fits) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            UUID.randomUUID().toString(),
            "metadata.max.age.ms",
            500,
            "auto.offset.reset",
            "earliest");
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(name));
      for (var poll = 0; poll < MOST_POLLS && found.size() < wanted; poll++) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                consumed -> {
                  if (fits.test(consumed)) {
                    found.add(consumed);
                  }
                });
      }
    }
    return found;
  }

  /** A header's text; empty where there is none. */
  public static String header(ConsumerRecord<String, byte[]> consumed, String name) {
    var header = consumed.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
