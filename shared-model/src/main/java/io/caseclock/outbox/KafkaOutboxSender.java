package io.caseclock.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends with an idempotent producer and waits for every acknowledgement. */
public final class KafkaOutboxSender implements OutboxSender, AutoCloseable {

  private final Producer<String, byte[]> producer;

  /**
   * @param brokers connection settings: bootstrap servers, and TLS and SASL where they are used
   * @param timeout how long a record may wait for its acknowledgement
   */
  public KafkaOutboxSender(Map<String, Object> brokers, Duration timeout) {
    this(
        new KafkaProducer<>(
            settings(brokers, timeout), new StringSerializer(), new ByteArraySerializer()));
  }

  KafkaOutboxSender(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  private static Map<String, Object> settings(Map<String, Object> brokers, Duration timeout) {
    var millis = Math.toIntExact(timeout.toMillis());
    Map<String, Object> settings = new HashMap<>(brokers);
    settings.keySet().removeIf(key -> key.endsWith("deserializer"));
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    return settings;
  }

  /**
   * Also where it fails it returns only when no record is under way any more: otherwise a straggler
   * could reach the broker after its own repetition and after its successors.
   */
  @Override
  public void send(List<OutboxRecord> records) {
    List<Future<RecordMetadata>> underWay = new ArrayList<>();
    Exception failure = null;
    try {
      for (var record : records) {
        var sent = producer.send(outgoing(record));
        underWay.add(sent);
        if (sent.state() == Future.State.FAILED) {
          // each further record would wait as long again for a broker that is away
          break;
        }
      }
    } catch (KafkaException e) {
      failure = e;
    }
    for (var sent : underWay) {
      var late = failureOf(sent);
      failure = failure == null ? late : failure;
    }
    if (failure != null) {
      throw new SendFailedException(
          "the broker did not confirm " + records.size() + " records: " + failure.getMessage(),
          failure);
    }
  }

  private static ProducerRecord<String, byte[]> outgoing(OutboxRecord record) {
    var outgoing = new ProducerRecord<>(record.topic(), record.key(), record.payload());
    record
        .headers()
        .forEach(
            (name, value) -> outgoing.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return outgoing;
  }

  /** Waits whatever comes; the delivery timeout bounds it. An interruption is kept for later. */
  private static @Nullable Exception failureOf(Future<RecordMetadata> sent) {
    var interrupted = false;
    try {
      while (true) {
        try {
          sent.get();
          return null;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          return e;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
