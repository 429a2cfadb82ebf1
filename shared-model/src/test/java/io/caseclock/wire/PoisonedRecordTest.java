package io.caseclock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.contract.Topics;
import io.caseclock.testsupport.KafkaBytes;
import io.caseclock.testsupport.Poison;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every poison, read as each kind of record: refused for its reason, or sound after all. */
class PoisonedRecordTest {

  private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
  private static final EventId ID = new EventId("urn:precinct:x01", "1");

  @ParameterizedTest
  @EnumSource(Poison.class)
  void as_an_event_of_a_case(Poison poison) {
    var event =
        new CaseEvent(
            ID, "case-filed", Subject.ofCase("A1"), "A1", AT, AT, null, "X01", "O1", Map.of());

    assertThat(outcome(poison, CaseEventWire.write(event), CaseEventWire::read))
        .isEqualTo(poison.reason(Topics.CASE_EVENTS));
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void as_news_of_a_deadline(Poison poison) {
    var finding =
        new FindingRaised(
            "F1",
            "A1",
            Subject.ofCase("A1"),
            "X01",
            null,
            "recorded",
            "case",
            "-",
            new Names("问题", "Fault"),
            AT);

    assertThat(outcome(poison, DeadlineEventWire.write(finding), DeadlineEventWire::read))
        .isEqualTo(poison.reason(Topics.DEADLINE_EVENTS));
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void as_news_of_the_directory(Poison poison) {
    var unit = new UnitRegistered("X01", null, new Names("示例", "Example"), "station");

    assertThat(outcome(poison, DirectoryEventWire.write(unit, ID, AT), DirectoryEventWire::read))
        .isEqualTo(poison.reason(Topics.DIRECTORY));
  }

  private static Optional<String> outcome(
      Poison poison, WireRecord good, Function<WireRecord, ?> reader) {
    var spoiled = poison.spoil(KafkaBytes.of(good.key(), good.headers(), good.data()));
    return Optional.ofNullable(
        reason(catchThrowable(() -> reader.apply(WireRecord.of(consumed(spoiled))))));
  }

  private static @Nullable String reason(@Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> null;
      case MalformedRecordException malformed -> "malformed";
      case UnknownTypeException unknown -> "unknown-type";
      default -> throw new AssertionError("a poison that nobody expects", thrown);
    };
  }

  private static ConsumerRecord<byte[], byte[]> consumed(KafkaBytes bytes) {
    var record = new ConsumerRecord<>("a-topic", 0, 0, bytes.key(), bytes.value());
    bytes.headers().forEach(header -> record.headers().add(header.name(), header.value()));
    return record;
  }
}
