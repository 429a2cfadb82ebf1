package io.caseclock.monitor;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.alarm.SweepAll;
import io.caseclock.testsupport.KafkaBytes;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.WireRecord;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Speaks to the monitor as its neighbours do: by Kafka and HTTP, over the real servers. */
@Singleton
public class MonitorTestBench {

  private final SettableClock clock;
  private final Directory directory;
  private final SweepAll sweep;
  private final String brokers;

  MonitorTestBench(
      SettableClock clock,
      Directory directory,
      SweepAll sweep,
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
    this.clock = clock;
    this.directory = directory;
    this.sweep = sweep;
    this.brokers = brokers;
  }

  /** One sub-bureau with two stations. */
  void aSmallBureau() {
    directory.apply(
        List.of(
            new DirectoryEvent.UnitRegistered(
                "X01", null, new Names("示例分局", "Sample"), "sub-bureau"),
            new DirectoryEvent.UnitRegistered(
                "X0101", "X01", new Names("甲所", "Station A"), "station"),
            new DirectoryEvent.UnitRegistered(
                "X0102", "X01", new Names("乙所", "Station B"), "station")));
  }

  SettableClock clock() {
    return clock;
  }

  String aNewCase() {
    return "A99" + UUID.randomUUID().toString().substring(0, 12);
  }

  CaseEvent event(String caseId, String type, String at, Map<String, Object> data) {
    return event(caseId, Subject.ofCase(caseId), type, at, data);
  }

  CaseEvent event(
      String caseId, Subject subject, String type, String at, Map<String, Object> data) {
    return new CaseEvent(
        new EventId("urn:precinct:x0101", UUID.randomUUID().toString()),
        type,
        subject,
        caseId,
        Instant.parse(at),
        clock.instant(),
        null,
        "X0101",
        "O1",
        data);
  }

  void send(CaseEvent... events) {
    for (var event : events) {
      sendRaw("case-events", CaseEventWire.write(event));
    }
  }

  void sendRaw(String topic, WireRecord wire) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", brokers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var record = new ProducerRecord<>(topic, wire.key(), wire.data());
      wire.headers().forEach((name, value) -> record.headers().add(name, value.getBytes()));
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker of the test took nothing", e);
    }
  }

  /** Sends a record as it is, into the first partition, so that what follows stays behind it. */
  void sendBytes(String topic, KafkaBytes bytes) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", brokers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var record = new ProducerRecord<>(topic, 0, bytes.key(), bytes.value());
      bytes.headers().forEach(header -> record.headers().add(header.name(), header.value()));
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker of the test took nothing", e);
    }
  }

  static KafkaBytes bytes(WireRecord wire) {
    return KafkaBytes.of(wire.key(), wire.headers(), wire.data());
  }

  /** Waits until the monitor has evaluated an event. */
  void awaitEvaluated(CaseEvent event) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                asSupervisorOf("X01")
                        .queryParam("source", event.eventId().source())
                        .queryParam("id", event.eventId().id())
                        .get("/api/v1/effects")
                        .statusCode()
                    == 200);
  }

  RequestSpecification asSupervisorOf(String unit) {
    return RestAssured.given().auth().oauth2(TestTokens.of("supervisor").unit(unit).sign());
  }

  void sweep() {
    sweep.sweep();
  }

  /** What was told about a case so far, once at least {@code atLeast} events are there. */
  List<DeadlineEvent> toldOf(String caseId, int atLeast) {
    return records("deadline-events", caseId, atLeast).stream()
        .map(record -> DeadlineEventWire.read(WireRecord.of(record)))
        .toList();
  }

  List<ConsumerRecord<byte[], byte[]>> records(String topic, String key, int atLeast) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            brokers,
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        record -> {
                          if (Arrays.equals(key.getBytes(StandardCharsets.UTF_8), record.key())) {
                            found.add(record);
                          }
                        });
                return found.size() >= atLeast;
              });
    }
    return found;
  }
}
