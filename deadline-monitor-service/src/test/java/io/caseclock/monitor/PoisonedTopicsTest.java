package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.DeadLetterQuery;
import io.caseclock.consume.jdbc.DeadLetterTable;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Topics;
import io.caseclock.directory.Directory;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.KafkaBytes;
import io.caseclock.testsupport.Poison;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.DirectoryEventWire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each poison at each topic of the monitor: the next good record has its effect. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class PoisonedTopicsTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String MARK = "test-mark";

  @Inject MonitorTestBench bench;
  @Inject DeadLetterTable deadLetters;
  @Inject Directory directory;

  private final String mark = UUID.randomUUID().toString();

  @BeforeEach
  void aBureauOnASpringMorning() {
    bench.clock().set("2026-03-02T02:00:00Z");
    bench.aSmallBureau();
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void case_events_go_on(Poison poison) {
    eventsGoOn(Topics.CASE_EVENTS, poison);
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void notice_events_go_on(Poison poison) {
    eventsGoOn(Topics.NOTICE_EVENTS, poison);
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void the_directory_goes_on(Poison poison) {
    var before = "X" + UUID.randomUUID();
    var next = "X" + UUID.randomUUID();

    throwAt(Topics.DIRECTORY, poison, registered(before));
    bench.sendBytes(Topics.DIRECTORY, registered(next));

    await().atMost(SOON).until(() -> directory.unit(next).isPresent());
    assertThat(putAside())
        .map(letter -> letter.reason().wire())
        .isEqualTo(poison.reason(Topics.DIRECTORY));
    assertThat(directory.unit(before).isPresent()).isEqualTo(putAside().isEmpty());
  }

  private void eventsGoOn(String topic, Poison poison) {
    var spoiled = event();
    var next = bench.event(bench.aNewCase(), "case-filed", "2026-03-02T02:00:00Z", Map.of());

    throwAt(topic, poison, spoiled);
    bench.sendBytes(topic, MonitorTestBench.bytes(CaseEventWire.write(next)));

    bench.awaitEvaluated(next);
    assertThat(putAside()).map(letter -> letter.reason().wire()).isEqualTo(poison.reason(topic));
  }

  /** Every byte of what was put aside is that of what was thrown. */
  private void throwAt(String topic, Poison poison, KafkaBytes good) {
    var thrown = poison.spoil(good).and(MARK, mark.getBytes(StandardCharsets.UTF_8));
    bench.sendBytes(topic, thrown);
    if (poison.reason(topic).isPresent()) {
      await().atMost(SOON).until(() -> putAside().isPresent());
      var kept = putAside().orElseThrow();
      assertThat(kept.key()).isEqualTo(thrown.key());
      assertThat(kept.value()).isEqualTo(thrown.value());
      assertThat(kept.headers())
          .extracting(DeadLetter.Header::name)
          .containsExactlyElementsOf(
              thrown.headers().stream().map(KafkaBytes.Header::name).toList());
      assertThat(kept.headers())
          .extracting(DeadLetter.Header::value)
          .containsExactlyElementsOf(
              thrown.headers().stream().map(KafkaBytes.Header::value).toList());
    }
  }

  private Optional<DeadLetter> putAside() {
    var all = deadLetters.list(new DeadLetterQuery(null, null, null, 0, 10_000));
    return all.stream()
        .map(summary -> deadLetters.find(summary.id()).orElseThrow())
        .filter(
            letter ->
                letter.headers().stream()
                    .anyMatch(
                        header ->
                            header.name().equals(MARK)
                                && Arrays.equals(
                                    header.value(), mark.getBytes(StandardCharsets.UTF_8))))
        .findFirst();
  }

  private KafkaBytes event() {
    var event = bench.event(bench.aNewCase(), "case-filed", "2026-03-02T02:00:00Z", Map.of());
    return MonitorTestBench.bytes(CaseEventWire.write(event));
  }

  private KafkaBytes registered(String unit) {
    var event = new UnitRegistered(unit, "X01", new Names("示例", "Example"), "station");
    var id = new EventId("urn:directory:x01", unit);
    return MonitorTestBench.bytes(DirectoryEventWire.write(event, id, bench.clock().instant()));
  }
}
