package io.caseclock.bench.delivery;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Topics;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.DirectoryEventWire;
import io.caseclock.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes what the other services would write: the directory, events of cases, and warnings. */
public final class Feed implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private volatile @Nullable Exception failure; // written by the producer's own thread

  public Feed(String brokers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                20),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public void directory(Load load) {
    var id = 0;
    for (var event : load.directory()) {
      var eventId = new EventId("urn:directory:load", Integer.toString(id++));
      send(Topics.DIRECTORY, DirectoryEventWire.write(event, eventId, load.now()));
    }
    confirm();
  }

  void warnings(Load load) {
    for (var number = 0; number < load.warnings(); number++) {
      send(Topics.DEADLINE_EVENTS, DeadlineEventWire.write(load.warning(number)));
    }
    confirm();
  }

  /**
   * Writes an event as intake does.
   *
   * @param placed is told where on the topic it stands, once the broker has it
   */
  public void caseEvent(CaseEvent event, Consumer<RecordMetadata> placed) {
    send(Topics.CASE_EVENTS, CaseEventWire.write(event), placed);
  }

  private void send(String topic, WireRecord wire) {
    send(topic, wire, placed -> {});
  }

  private void send(String topic, WireRecord wire, Consumer<RecordMetadata> placed) {
    var record = new ProducerRecord<>(topic, wire.key(), wire.data());
    wire.attributes()
        .forEach(
            (name, value) ->
                record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
    var sent =
        producer.send(
            record,
            (metadata, thrown) -> {
              if (thrown == null) {
                placed.accept(metadata);
              } else {
                failure = thrown;
              }
            });
    if (sent.state() == Future.State.FAILED) {
      confirm();
    }
  }

  /** Returns once the broker has all of it; fails where it did not take something. */
  public void confirm() {
    producer.flush();
    var thrown = failure;
    if (thrown != null) {
      throw new IllegalStateException("the broker did not take everything", thrown);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
