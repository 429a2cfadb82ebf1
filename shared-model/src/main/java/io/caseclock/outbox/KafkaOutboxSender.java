package io.caseclock.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends with an idempotent producer and waits for every acknowledgement. */
public final class KafkaOutboxSender implements OutboxSender, AutoCloseable {

  /** Which record is too large the broker says by its own limit. */
  private static final int LARGEST_REQUEST = 16 << 20;

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
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
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
    Map<Integer, Future<RecordMetadata>> underWay = new LinkedHashMap<>();
    Map<Integer, String> refused = new LinkedHashMap<>();
    Exception failure = null;
    for (var place = 0; place < records.size() && failure == null; place++) {
      try {
        var sent = producer.send(outgoing(records.get(place)));
        underWay.put(place, sent);
        if (sent.state() == Future.State.FAILED && !isForGood(sent.exceptionNow())) {
          // each further record would wait as long again for a broker that is away
          break;
        }
      } catch (KafkaException | IllegalArgumentException e) {
        if (isForGood(e)) {
          refused.put(place, String.valueOf(e.getMessage()));
        } else {
          failure = e;
        }
      }
    }
    for (var sent : underWay.entrySet()) {
      var late = failureOf(sent.getValue());
      if (late != null && isForGood(late)) {
        refused.put(sent.getKey(), String.valueOf(late.getMessage()));
      } else {
        failure = failure == null ? late : failure;
      }
    }
    if (failure != null) {
      throw new SendFailedException(
          "the broker did not confirm " + records.size() + " records: " + failure.getMessage(),
          failure);
    }
    if (!refused.isEmpty()) {
      throw new RecordsRefusedException(refused);
    }
  }

  /** Whether it is the record itself that no broker takes, at no time. */
  private static boolean isForGood(Throwable failure) {
    for (var link = failure; link != null; link = link.getCause()) {
      if (link instanceof RecordTooLargeException
          || link instanceof InvalidRecordException
          || link instanceof InvalidTopicException
          || link instanceof SerializationException
          || link instanceof IllegalArgumentException) {
        return true;
      }
    }
    return false;
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
