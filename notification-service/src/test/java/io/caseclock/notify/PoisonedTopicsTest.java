package io.caseclock.notify;

import static io.caseclock.notify.Office.breachOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.DeadLetterQuery;
import io.caseclock.consume.jdbc.DeadLetterTable;
import io.caseclock.contract.CaseLevel;
import io.caseclock.contract.CaseLevelStated;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Topics;
import io.caseclock.directory.Directory;
import io.caseclock.notify.bulletin.InventedNumbers;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.KafkaBytes;
import io.caseclock.testsupport.Poison;
import io.caseclock.wire.CaseLevelWire;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.DirectoryEventWire;
import io.caseclock.wire.PeriodNumbersWire;
import io.caseclock.wire.WireRecord;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each poison at each topic of notification: the next good record has its effect. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class PoisonedTopicsTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String MARK = "test-mark";

  @Inject Office office;
  @Inject DeadLetterTable deadLetters;
  @Inject Directory directory;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers = "";

  private final byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

  @BeforeEach
  void open() {
    office.open();
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void deadline_events_go_on(Poison poison) {
    var spoiled = "P" + UUID.randomUUID();
    var next = "N" + UUID.randomUUID();

    thrown(Topics.DEADLINE_EVENTS, poison, bytes(DeadlineEventWire.write(breachOf(spoiled))));
    write(Topics.DEADLINE_EVENTS, bytes(DeadlineEventWire.write(breachOf(next))));

    await().atMost(SOON).until(() -> isKnown(next));
    assertThat(putAside())
        .map(letter -> letter.reason().wire())
        .isEqualTo(poison.reason(Topics.DEADLINE_EVENTS));
    assertThat(isKnown(spoiled)).isEqualTo(poison.reason(Topics.DEADLINE_EVENTS).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void period_numbers_go_on(Poison poison) {
    var spoiled = "X" + UUID.randomUUID();
    var next = "X" + UUID.randomUUID();

    thrown(Topics.PERIOD_NUMBERS, poison, bytes(closedDay(spoiled)));
    write(Topics.PERIOD_NUMBERS, bytes(closedDay(next)));

    await().atMost(SOON).until(() -> hasBulletin(next));
    assertThat(putAside())
        .map(letter -> letter.reason().wire())
        .isEqualTo(poison.reason(Topics.PERIOD_NUMBERS));
    assertThat(hasBulletin(spoiled)).isEqualTo(poison.reason(Topics.PERIOD_NUMBERS).isEmpty());
  }

  private boolean hasBulletin(String unit) {
    return !office.texts("select id from bulletin where unit = ?", unit).isEmpty();
  }

  private static WireRecord closedDay(String unit) {
    return PeriodNumbersWire.write(InventedNumbers.day(unit, LocalDate.of(2026, 3, 2)));
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void case_levels_go_on(Poison poison) {
    var spoiled = "A" + UUID.randomUUID();
    var next = "A" + UUID.randomUUID();

    thrown(Topics.CASE_LEVELS, poison, bytes(restricted(spoiled)));
    write(Topics.CASE_LEVELS, bytes(restricted(next)));

    await().atMost(SOON).until(() -> isRestricted(next));
    assertThat(putAside())
        .map(letter -> letter.reason().wire())
        .isEqualTo(poison.reason(Topics.CASE_LEVELS));
    assertThat(isRestricted(spoiled)).isEqualTo(poison.reason(Topics.CASE_LEVELS).isEmpty());
  }

  private boolean isRestricted(String caseId) {
    return !office.texts("select level from case_level where case_id = ?", caseId).isEmpty();
  }

  private static WireRecord restricted(String caseId) {
    return CaseLevelWire.write(
        new CaseLevelStated(
            caseId, CaseLevel.RESTRICTED, Office.DUE, 1, List.of(), List.of(), Office.DUE));
  }

  @ParameterizedTest
  @EnumSource(Poison.class)
  void the_directory_goes_on(Poison poison) {
    var spoiled = "X" + UUID.randomUUID();
    var next = "X" + UUID.randomUUID();

    thrown(Topics.DIRECTORY, poison, registered(spoiled));
    write(Topics.DIRECTORY, registered(next));

    await().atMost(SOON).until(() -> directory.unit(next).isPresent());
    assertThat(putAside())
        .map(letter -> letter.reason().wire())
        .isEqualTo(poison.reason(Topics.DIRECTORY));
    assertThat(directory.unit(spoiled).isPresent())
        .isEqualTo(poison.reason(Topics.DIRECTORY).isEmpty());
  }

  private boolean isKnown(String deadlineId) {
    return !office.texts("select id from known_fault where id = ?", deadlineId).isEmpty();
  }

  private void thrown(String topic, Poison poison, KafkaBytes good) {
    write(topic, poison.spoil(good).and(MARK, mark));
  }

  private void write(String topic, KafkaBytes bytes) {
    new Topic(brokers, topic).write(bytes);
  }

  private Optional<DeadLetter> putAside() {
    return deadLetters.list(new DeadLetterQuery(null, null, null, 0, 10_000)).stream()
        .map(summary -> deadLetters.find(summary.id()).orElseThrow())
        .filter(
            letter ->
                letter.headers().stream()
                    .anyMatch(
                        header ->
                            header.name().equals(MARK) && Arrays.equals(header.value(), mark)))
        .findFirst();
  }

  private static KafkaBytes registered(String unit) {
    var event = Office.unit(unit, "D01", "示例", "Example");
    return bytes(
        DirectoryEventWire.write(event, new EventId("urn:directory:d01", unit), Office.DUE));
  }

  private static KafkaBytes bytes(WireRecord wire) {
    return KafkaBytes.of(wire.key(), wire.headers(), wire.data());
  }
}
