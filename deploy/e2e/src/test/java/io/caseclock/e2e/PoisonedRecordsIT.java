package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.CaseLevel;
import io.caseclock.contract.CaseLevelStated;
import io.caseclock.contract.CaseLevelStated.Access;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.contract.Topics;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.testsupport.KafkaBytes;
import io.caseclock.testsupport.Poison;
import io.caseclock.wire.CaseEventWire;
import io.caseclock.wire.CaseLevelWire;
import io.caseclock.wire.DeadlineEventWire;
import io.caseclock.wire.DirectoryEventWire;
import io.caseclock.wire.PeriodNumbersWire;
import io.caseclock.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every poison at every topic of every consumer: after each, the next good record has its effect,
 * the poison is a dead letter with its reason, and a restart reads none of it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonedRecordsIT {

  private final ClosedDays days = new ClosedDays(Roster.STATION);
  private Suite suite;
  private TopicWriter topics;

  @BeforeAll
  void aSuite(@TempDir Path directory) {
    suite = Suite.start(directory, 1);
    topics = new TopicWriter(suite);
  }

  @AfterAll
  void stop() {
    topics.close();
    suite.close();
  }

  @Test
  void nothing_on_case_events_stops_the_monitor() {
    goesOn(Topics.CASE_EVENTS, Set.of(ServiceKind.MONITOR), this::filed, this::isEvaluated);
  }

  @Test
  void nothing_on_notice_events_stops_the_monitor() {
    goesOn(Topics.NOTICE_EVENTS, Set.of(ServiceKind.MONITOR), this::filed, this::isEvaluated);
  }

  @Test
  void nothing_on_deadline_events_stops_notification() {
    goesOn(Topics.DEADLINE_EVENTS, Set.of(ServiceKind.NOTIFICATION), this::found, this::isTold);
  }

  @Test
  void nothing_on_case_levels_stops_notification() {
    goesOn(
        Topics.CASE_LEVELS, Set.of(ServiceKind.NOTIFICATION), this::restricted, this::isRestricted);
  }

  @Test
  void nothing_on_period_numbers_stops_notification() {
    goesOn(Topics.PERIOD_NUMBERS, Set.of(ServiceKind.NOTIFICATION), this::closed, this::isIssued);
  }

  @Test
  void nothing_on_the_directory_stops_anybody() {
    goesOn(
        Topics.DIRECTORY,
        Set.of(ServiceKind.MONITOR, ServiceKind.NOTIFICATION),
        this::posted,
        this::isPosted);
    topics.send(Topics.DIRECTORY, bytes(unit("9950")));
    topics.send(Topics.CASE_EVENTS, filed("in-9950", "9950"));
    isEvaluated("in-9950");
  }

  /**
   * Each good record is named by its poison, and proves that the stream went on behind it. All are
   * sent before any is looked for: the consumer finds many poisons in one poll, as after an outage.
   */
  private void goesOn(
      String topic,
      Set<ServiceKind> consumers,
      Function<String, KafkaBytes> good,
      Consumer<String> hasItsEffect) {
    var poisons =
        Arrays.stream(Poison.values()).filter(poison -> isTakenByTheBroker(topic, poison)).toList();
    var began = System.nanoTime();
    for (var poison : poisons) {
      topics.send(topic, poison.spoil(good.apply(topic + "-spoiled-" + poison.ordinal())));
      topics.send(topic, good.apply(topic + "-good-" + poison.ordinal()));
    }
    for (var poison : poisons) {
      hasItsEffect.accept(topic + "-good-" + poison.ordinal());
    }
    var passed = Duration.ofNanos(System.nanoTime() - began);
    var expected =
        poisons.stream().flatMap(poison -> poison.reason(topic).stream()).sorted().toList();
    for (var consumer : consumers) {
      assertThat(reasons(consumer, topic)).as("%s of %s", topic, consumer).isEqualTo(expected);
      var process = suite.stack().service(consumer);
      process.kill();
      process.restart();
    }
    topics.send(topic, good.apply(topic + "-after-the-restart"));
    hasItsEffect.accept(topic + "-after-the-restart");
    System.out.printf(
        "%s: %d poisons and as many good records, %d dead letters of each of %s; all good ones had"
            + " their effect after %.1f s%n",
        topic, poisons.size(), expected.size(), consumers, passed.toMillis() / 1000.0);
    for (var consumer : consumers) {
      assertThat(reasons(consumer, topic)).as("%s of %s", topic, consumer).isEqualTo(expected);
    }
    assertThat(suite.audit().differences()).as("deadlines after all of %s", topic).isEmpty();
  }

  /** A compacted topic takes no record without a key. */
  private static boolean isTakenByTheBroker(String topic, Poison poison) {
    return poison != Poison.NO_KEY || !Set.of(Topics.DIRECTORY, Topics.CASE_LEVELS).contains(topic);
  }

  private List<String> reasons(ServiceKind consumer, String topic) {
    return suite.deadLetters(consumer, topic).stream()
        .map(letter -> letter.path("reason").asText())
        .sorted()
        .toList();
  }

  private KafkaBytes filed(String name) {
    return filed(name, Roster.STATION);
  }

  private KafkaBytes filed(String name, String unit) {
    var caseId = "A-" + name;
    var now = suite.now();
    return bytes(
        CaseEventWire.write(
            new CaseEvent(
                new EventId(CloudEvents.PRECINCT, name),
                "case-filed",
                Subject.ofCase(caseId),
                caseId,
                now,
                now,
                null,
                unit,
                Roster.OFFICER,
                Map.of())));
  }

  private void isEvaluated(String name) {
    suite.until(() -> suite.effects(name), answer -> answer.status() == 200);
  }

  private KafkaBytes found(String name) {
    return bytes(
        DeadlineEventWire.write(
            new FindingRaised(
                name,
                "A-" + name,
                Subject.ofCase("A-" + name),
                Roster.STATION,
                Roster.OFFICER,
                "contradiction",
                "case",
                "-",
                new Names("示例", "Example"),
                suite.now())));
  }

  private void isTold(String name) {
    suite.until(
        () -> suite.letters(Roster.LEGAL_OFFICER, "finding", "A-" + name),
        letters -> letters.size() == 1);
  }

  /** Each is opened in need as well, so that supervisors are told. */
  private KafkaBytes restricted(String name) {
    var now = suite.now();
    var access =
        new Access(
            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
            Roster.STATION,
            "account-" + name,
            null,
            Roster.STATION,
            "示例",
            now,
            now.plusSeconds(60),
            false);
    return bytes(
        CaseLevelWire.write(
            new CaseLevelStated(
                "A-" + name, CaseLevel.RESTRICTED, now, 1, List.of(), List.of(access), now)));
  }

  private void isRestricted(String name) {
    suite.until(
        () -> suite.letters(Roster.SUPERVISOR, "finding", "A-" + name),
        letters -> letters.size() == 1);
  }

  private KafkaBytes closed(String name) {
    return bytes(PeriodNumbersWire.write(days.numbers(name, suite.now())));
  }

  private void isIssued(String name) {
    var path = "/api/v1/bulletins?kind=daily&unit=" + Roster.STATION;
    var day = days.day(name).toString();
    suite.until(
        () ->
            suite.all(LocalRole.SUPERVISOR, Roster.SUPERVISOR, path, "bulletins").stream()
                .filter(bulletin -> bulletin.path("from").asText().equals(day))
                .toList(),
        bulletins -> bulletins.size() == 1);
  }

  private KafkaBytes posted(String name) {
    var since = suite.now();
    var post =
        new OfficerAssigned("P-" + name, "示例", Roster.STATION, Set.of("officer"), Map.of(), since);
    return bytes(DirectoryEventWire.write(post, new EventId("urn:directory:sample", name), since));
  }

  private void isPosted(String name) {
    suite.until(
        () -> suite.console(LocalRole.OFFICER, "P-" + name, "/api/v1/inbox"),
        answer -> answer.status() == 200);
  }

  private WireRecord unit(String id) {
    return DirectoryEventWire.write(
        new UnitRegistered(id, Roster.BUREAU, new Names("示例", "Example"), "station"),
        new EventId("urn:directory:sample", id),
        suite.now());
  }

  private static KafkaBytes bytes(WireRecord wire) {
    return KafkaBytes.of(wire.key(), wire.headers(), wire.data());
  }
}
