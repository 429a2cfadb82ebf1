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
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends with an idempotent producer and waits for every acknowledgement. */
public final class KafkaOutboxSender implements OutboxSender, AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  /**
   * @param brokers connection settings: bootstrap servers, and TLS and SASL where they are used
   * @param timeout how long a record may wait for its acknowledgement
   */
  public KafkaOutboxSender(Map<String, Object> brokers, Duration timeout) {
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
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public void send(List<OutboxRecord> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try {
      for (var record : records) {
        var outgoing = new ProducerRecord<>(record.topic(), record.key(), record.payload());
        record
            .headers()
            .forEach(
                (name, value) ->
                    outgoing.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(outgoing));
      }
      for (var future : sent) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SendFailedException("interrupted while sending", e);
    } catch (ExecutionException | KafkaException e) {
      throw new SendFailedException("the broker did not confirm " + records.size() + " records", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
