package io.caseclock.notify;

import io.caseclock.testsupport.KafkaBytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to a topic of the test broker, and reads one from its beginning. */
public record Topic(String bootstrapServers, String name) {

  private static final int MOST_POLLS = 150;

  public void write(ConsumerRecord<byte[], byte[]> like) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(name, null, like.key(), like.value(), like.headers()))
          .get();
    }
  }

  /** Writes a record as it is, into the first partition, so that what follows stays behind it. */
  public void write(KafkaBytes bytes) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      var record = new ProducerRecord<>(name, 0, bytes.key(), bytes.value());
      bytes.headers().forEach(header -> record.headers().add(header.name(), header.value()));
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker of the test took nothing", e);
    }
  }

  /** Reads on until as many fitting records were seen, or 15 seconds have passed. */
  public List<ConsumerRecord<byte[], byte[]>> read(
      int wanted, Predicate<ConsumerRecord<byte[], byte[]>> fits) {
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
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
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
  public static String header(ConsumerRecord<byte[], byte[]> consumed, String name) {
    var header = consumed.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
