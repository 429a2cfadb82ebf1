package io.caseclock.intake.journal.kafka;

import static io.caseclock.intake.IntakeDoor.SOURCE;
import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static io.caseclock.intake.IntakeDoor.withData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Topics;
import io.caseclock.intake.IntakeDoor;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.DirectoryEventWire;
import io.caseclock.wire.WireRecord;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class PublicationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void an_accepted_event_reaches_kafka_and_its_receipt_says_so() {
    var event = caseFiled();
    String acceptedAt = post(event).statusCode(202).extract().path("acceptedAt");

    var wire = find(Topics.CASE_EVENTS, hasId(event.get("id")));
    var read = CaseEventWire.read(wire);
    assertThat(read.eventId()).isEqualTo(new EventId(SOURCE, String.valueOf(event.get("id"))));
    assertThat(wire.key()).isEqualTo(read.subject().id());
    assertThat(wire.attributes())
        .containsEntry("specversion", "1.0")
        .containsEntry("time", "2026-03-02T01:30:00Z")
        .containsEntry("acceptedat", Instant.parse(acceptedAt).toString());
    assertThat(read.unit()).isEqualTo("D0101");

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                as("auditor", "D01")
                        .get("/api/v1/receipts?source={s}&id={i}", SOURCE, event.get("id"))
                        .then()
                        .extract()
                        .path("publishedAt")
                    != null);
  }

  @Test
  void a_conflict_reaches_kafka_as_a_finding_of_the_first_events_unit() {
    var event = caseFiled();
    post(event).statusCode(202);
    post(withData(event, "unit", "D0102")).statusCode(409);

    var finding =
        CaseEventWire.read(
            find(
                Topics.CASE_EVENTS,
                wire ->
                    wire.attribute("type").equals("finding-recorded")
                        && String.valueOf(event.get("subject")).equals(wire.attribute("subject"))));
    assertThat(finding.eventId().source()).isEqualTo("urn:caseclock:intake");
    assertThat(finding.unit()).isEqualTo("D0101");
    assertThat(finding.data())
        .containsEntry("cause", "conflict")
        .containsEntry("element", "case")
        .containsEntry("provision", "CloudEvents 1.0 (source,id)");
  }

  @Test
  void news_of_the_directory_go_to_its_own_compacted_topic()
      throws ExecutionException, InterruptedException {
    var assigned = IntakeDoor.event("officer-assigned", "officer/O-" + UUID.randomUUID());
    assigned.put("data", Map.of("name", "张测试", "unit", "D0101", "roles", List.of("officer")));
    post(as("administrator", "D01"), assigned).statusCode(202);

    var wire = find(Topics.DIRECTORY, hasId(assigned.get("id")));
    assertThat(wire.key()).isEqualTo(assigned.get("subject") + "/2026-03-02T01:30:00Z");
    assertThat(DirectoryEventWire.read(wire))
        .isInstanceOfSatisfying(
            DirectoryEvent.OfficerAssigned.class,
            officer -> assertThat(officer.unit()).isEqualTo("D0101"));
    assertThat(cleanupPolicy()).isEqualTo("compact");
  }

  @Test
  void an_absence_has_a_key_of_its_own_beside_the_officers_posts() {
    var away = IntakeDoor.event("officer-away", "officer/O-" + UUID.randomUUID());
    var from = Instant.parse("2026-03-09T00:00:00Z");
    var until = Instant.parse("2026-03-16T00:00:00Z");
    away.put(
        "data",
        Map.of(
            "absence",
            "leave-1",
            "from",
            "2026-03-09T08:00:00+08:00",
            "until",
            until.toString(),
            "substitute",
            "O-2",
            "reason",
            "leave"));
    post(as("administrator", "D01"), away).statusCode(202);

    var wire = find(Topics.DIRECTORY, hasId(away.get("id")));
    var id = String.valueOf(away.get("subject")).replace("officer/", "");
    assertThat(wire.key()).isEqualTo(away.get("subject") + "/away/leave-1");
    assertThat(wire.attributes()).containsEntry("subject", String.valueOf(away.get("subject")));
    assertThat(DirectoryEventWire.read(wire))
        .isEqualTo(new DirectoryEvent.OfficerAway(id, "leave-1", from, until, "O-2", false));
  }

  private String cleanupPolicy() throws ExecutionException, InterruptedException {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DIRECTORY);
    try (var admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      var configs = admin.describeConfigs(List.of(topic)).all().get();
      return Objects.requireNonNull(configs.get(topic)).get("cleanup.policy").value();
    }
  }

  private static Predicate<WireRecord> hasId(@Nullable Object id) {
    return wire -> wire.attribute("id").equals(String.valueOf(id));
  }

  private WireRecord find(String topic, Predicate<WireRecord> wanted) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<WireRecord> found = new ArrayList<>();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(record -> found.add(WireRecord.of(record)));
                return found.stream().anyMatch(wanted);
              });
      return found.stream().filter(wanted).findFirst().orElseThrow();
    }
  }
}
