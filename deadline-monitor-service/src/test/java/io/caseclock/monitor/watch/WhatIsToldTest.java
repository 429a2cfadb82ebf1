package io.caseclock.monitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is told depends on the set of facts, never on their arrival. */
class WhatIsToldTest {

  private static final Pack PACK = PackReader.require(PackFiles.shipped("cn-public-security"));
  private static final Law LAW = new Law(List.of(PACK));
  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

  /** All that is told here happened before. */
  private static final Instant LOADED = Instant.parse("2026-07-01T02:00:00Z");

  private static final Instant AT_REST = LOADED.plus(Duration.ofDays(3_650));

  @Property(tries = 200)
  void history_is_told_to_nobody_in_whatever_order_and_however_slowly_it_comes(
      @ForAll("facts") List<CaseEvent> facts, @ForAll long seed) {
    var old = facts.stream().map(event -> historical(event, LOADED)).toList();
    var atOnce = loaded(old);
    var slowly = new MonitorInMemory(LAW, LOADED);
    var random = new Random(seed);

    for (var event : shuffled(old, random)) {
      slowly.take(List.of(event));
      slowly.pass(Duration.ofMinutes(random.nextInt(120)));
    }
    slowly.until(AT_REST);

    assertThat(slowly.findings()).isEmpty();
    assertThat(slowly.told)
        .filteredOn(DeadlineAlarm.class::isInstance)
        .allSatisfy(one -> assertThat(cameAt((DeadlineAlarm) one)).isAfterOrEqualTo(LOADED));
    assertThat(slowly.heldBack()).isEqualTo(atOnce.heldBack());
  }

  @Property(tries = 200)
  void any_order_repetition_and_pace_within_the_wait_tells_the_same(
      @ForAll("facts") List<CaseEvent> facts, @ForAll long seed, @ForAll boolean history) {
    var told = history ? facts.stream().map(event -> historical(event, LOADED)).toList() : facts;
    var atOnce = loaded(told);
    var otherwise = new MonitorInMemory(LAW, LOADED);
    var random = new Random(seed);

    Set<EventId> seen = new HashSet<>();
    for (var event : shuffled(told, random)) {
      otherwise.take(List.of(event));
      if (seen.add(event.eventId())) {
        // what comes again disturbs nobody's rest
        otherwise.pass(Duration.ofMillis(random.nextInt((int) MonitorInMemory.WAIT.toMillis())));
      }
    }
    otherwise.until(AT_REST);

    assertThat(otherwise.alarms()).isEqualTo(atOnce.alarms());
  }

  @Property(tries = 200)
  void whatever_the_pace_what_is_overdue_at_rest_was_told_once_as_it_stands(
      @ForAll("facts") List<CaseEvent> facts, @ForAll long seed) {
    var monitor = new MonitorInMemory(LAW, LOADED);
    var random = new Random(seed);

    for (var event : shuffled(facts, random)) {
      monitor.take(List.of(event));
      monitor.pass(Duration.ofMinutes(random.nextInt(10_000)));
    }
    monitor.until(AT_REST);

    assertThat(monitor.alarmIds()).doesNotHaveDuplicates();
    assertThat(
            monitor.deadlines().stream()
                .filter(deadline -> deadline.statusAt(AT_REST) == DeadlineStatus.BREACHED)
                .filter(WhatIsToldTest::isOfARuleThatTells)
                .map(deadline -> deadline.id() + ":" + deadline.revision() + ":breach"))
        .isSubsetOf(monitor.alarmIds());
  }

  private static boolean isOfARuleThatTells(StoredDeadline deadline) {
    return LAW.rule(deadline.key().rule()).orElseThrow().rule().isTold();
  }

  private static MonitorInMemory loaded(List<CaseEvent> facts) {
    var monitor = new MonitorInMemory(LAW, LOADED);
    monitor.take(facts);
    monitor.until(AT_REST);
    return monitor;
  }

  private static Instant cameAt(DeadlineAlarm alarm) {
    return alarm.at().minus(alarm.lateBy());
  }

  /** Some of them come twice. */
  private static List<CaseEvent> shuffled(List<CaseEvent> events, Random random) {
    List<CaseEvent> shuffled = new ArrayList<>(events);
    events.stream().filter(event -> random.nextInt(4) == 0).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  @Provide
  Arbitrary<List<CaseEvent>> facts() {
    return Arbitraries.of(PACK.rules()).flatMap(WhatIsToldTest::factsAbout);
  }

  private static Arbitrary<List<CaseEvent>> factsAbout(Rule rule) {
    return Combinators.combine(
            Arbitraries.of(typesOf(rule)),
            Arbitraries.of("case/A990001", "person/P-1"),
            Arbitraries.integers().between(0, 150 * 24),
            Arbitraries.of(data(rule)))
        .as((type, subject, hour, data) -> event(type, subject, hour, data))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(WhatIsToldTest::numbered);
  }

  private static List<String> typesOf(Rule rule) {
    List<String> types = new ArrayList<>();
    rule.starts().forEach(start -> types.addAll(List.of(start, start)));
    rule.stops().forEach(trigger -> types.add(trigger.event()));
    rule.cancels().forEach(trigger -> types.add(trigger.event()));
    for (var version : rule.versions()) {
      version.tolling().forEach(pair -> types.add(pair.from().event()));
      version.tolling().forEach(pair -> types.add(pair.to().event()));
    }
    types.add("extension-approved");
    types.add("case-filed");
    types.add("finding-recorded");
    return types;
  }

  private static List<Map<String, Object>> data(Rule rule) {
    return List.of(
        Map.of(),
        Map.of("facts", Map.of("custody", true)),
        Map.of("rule", rule.id(), "adds", "P30D", "level", "county"));
  }

  private static List<CaseEvent> numbered(List<CaseEvent> events) {
    List<CaseEvent> numbered = new ArrayList<>();
    for (var event : events) {
      numbered.add(copy(event, "e" + numbered.size(), null));
    }
    return numbered;
  }

  private static CaseEvent event(
      String type, String subject, int hour, Map<String, Object> members) {
    var data = new HashMap<>(members);
    data.put("element", "case");
    return new CaseEvent(
        new EventId("urn:precinct:x01", "e"),
        type,
        Subject.parse(subject),
        "A990001",
        YEAR.plus(Duration.ofHours(hour)),
        LOADED,
        null,
        "X0101",
        "O1",
        null,
        null,
        data);
  }

  private static CaseEvent historical(CaseEvent event, Instant until) {
    return copy(event, event.eventId().id(), until);
  }

  private static CaseEvent copy(CaseEvent event, String id, @Nullable Instant historyUntil) {
    return new CaseEvent(
        new EventId(event.eventId().source(), id),
        event.type(),
        event.subject(),
        event.caseId(),
        event.occurredAt(),
        event.acceptedAt(),
        null,
        event.unit(),
        event.officer(),
        null,
        historyUntil,
        event.data());
  }
}
