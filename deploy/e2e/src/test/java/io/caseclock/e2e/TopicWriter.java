package io.caseclock.e2e;

import io.caseclock.testsupport.KafkaBytes;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the suite's topics beside its services. */
final class TopicWriter implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;

  TopicWriter(Suite suite) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", suite.stack().kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Into the first partition, so that what follows stays behind it. */
  void send(String topic, KafkaBytes bytes) {
    var record = new ProducerRecord<>(topic, 0, bytes.key(), bytes.value());
    bytes.headers().forEach(header -> record.headers().add(header.name(), header.value()));
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new AssertionError("the broker took nothing", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
