package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any timeline whatever, made of the shipped pack's own event types. */
class AnyTimelineTest {

  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String SOURCE = "urn:precinct:x01";
  private static final List<String> TYPES =
      List.copyOf(new TreeSet<>(ShippedPack.PACK.eventTypes().keySet()));
  private static final List<Rule> RULES = ShippedPack.PACK.rules();
  private static final Engine ENGINE = ShippedPack.engine();

  @Property(tries = 150)
  void any_order_and_any_repetition_give_the_same(
      @ForAll("timelines") List<CaseEvent> events, @ForAll long seed) {
    var random = new Random(seed);
    List<CaseEvent> shuffled = new ArrayList<>(events);
    events.stream().filter(event -> random.nextBoolean()).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);

    assertThat(explained(shuffled)).isEqualTo(explained(events));
  }

  @Property(tries = 150)
  void to_withdraw_an_event_is_as_if_it_had_never_been(
      @ForAll("timelines") List<CaseEvent> events, @ForAll @IntRange(max = 100) int which) {
    var victim = events.get(which % events.size());
    List<CaseEvent> without = new ArrayList<>(events);
    without.remove(victim);
    List<CaseEvent> withdrawn = new ArrayList<>(events);
    withdrawn.add(
        event("w", "event-withdrawn", caseItself(), NOW, Map.of("id", victim.eventId().id())));

    assertThat(explained(withdrawn)).isEqualTo(explained(without));
  }

  @Property(tries = 100)
  void to_evaluate_twice_gives_the_same(@ForAll("timelines") List<CaseEvent> events) {
    assertThat(explained(events)).isEqualTo(explained(List.copyOf(events)));
  }

  @Property(tries = 100)
  void a_trace_changes_nothing(@ForAll("timelines") List<CaseEvent> events) {
    var timeline = Timeline.of("A990001", events);

    assertThat(ENGINE.evaluate(timeline, NOW))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("trace", "course")
        .isEqualTo(ENGINE.explain(timeline, NOW));
  }

  @Property(tries = 100)
  void what_has_ended_stands_however_much_time_goes_by(
      @ForAll("timelines") List<CaseEvent> events) {
    var timeline = Timeline.of("A990001", events);
    var later = ENGINE.evaluate(timeline, NOW.plus(Duration.ofDays(3650)));

    assertThat(later)
        .containsAll(
            ENGINE.evaluate(timeline, NOW).stream()
                .filter(deadline -> deadline.state().endedAt().isPresent())
                .toList());
  }

  @Property(tries = 400)
  void a_later_start_is_never_due_earlier(
      @ForAll("rules") Rule rule, @ForAll @IntRange(max = 900) int day) {
    var engine = ShippedPack.engineFor(rule.id());
    var start = Instant.parse("2024-01-01T02:00:00Z").plus(Duration.ofDays(day));
    var today = engine.evaluate(startOf(rule, start), NOW);
    var tomorrow = engine.evaluate(startOf(rule, start.plus(Duration.ofDays(1))), NOW);

    if (today.size() == 1
        && tomorrow.size() == 1
        && today.getFirst().version().equals(tomorrow.getFirst().version())) {
      assertThat(InventedRule.due(tomorrow.getFirst()).at())
          .isAfterOrEqualTo(InventedRule.due(today.getFirst()).at());
    }
  }

  @Provide
  Arbitrary<Rule> rules() {
    return Arbitraries.of(RULES);
  }

  @Provide
  Arbitrary<List<CaseEvent>> timelines() {
    var ofOneRule =
        Arbitraries.of(RULES).flatMap(rule -> told(Arbitraries.of(typesOf(rule)), rule));
    return Arbitraries.oneOf(ofOneRule, told(Arbitraries.of(TYPES), RULES.getFirst()), ofOneRule);
  }

  private static Arbitrary<List<CaseEvent>> told(Arbitrary<String> types, Rule rule) {
    var one =
        Combinators.combine(
                types,
                Arbitraries.of("case/A990001", "person/P-1", "person/P-2", "property/W-1"),
                Arbitraries.integers().between(0, 120 * 24),
                Arbitraries.of(data(rule)))
            .as((type, subject, hour, data) -> new Told(type, subject, hour, data));
    return one.list().ofMinSize(1).ofMaxSize(14).map(AnyTimelineTest::numbered);
  }

  private static List<CaseEvent> numbered(List<Told> tales) {
    List<CaseEvent> events = new ArrayList<>();
    for (var told : tales) {
      events.add(
          event(
              "e" + events.size(),
              told.type(),
              Subject.parse(told.subject()),
              YEAR.plus(Duration.ofHours(told.hour())),
              told.data()));
    }
    return events;
  }

  private static List<String> typesOf(Rule rule) {
    List<String> types = new ArrayList<>(rule.starts());
    types.addAll(rule.starts());
    rule.stops().forEach(trigger -> types.add(trigger.event()));
    rule.cancels().forEach(trigger -> types.add(trigger.event()));
    for (var version : rule.versions()) {
      version.restarts().forEach(restart -> types.add(restart.trigger().event()));
      version.tolling().forEach(pair -> types.add(pair.from().event()));
      version.tolling().forEach(pair -> types.add(pair.to().event()));
      if (!version.extensions().isEmpty()) {
        types.add("extension-approved");
      }
    }
    types.add("facts-stated");
    return types;
  }

  private static List<Map<String, Object>> data(Rule rule) {
    return List.of(
        Map.of(),
        Map.of("facts", Map.of("custody", true), "on", "2026-05-06"),
        Map.of("facts", Map.of("custody", false, "inquiryGround", "many-persons")),
        Map.of("facts", Map.of("caseKind", "criminal"), "term", "P10D"),
        Map.of("rule", rule.id(), "adds", "P30D", "level", "county"),
        Map.of("rule", rule.id(), "adds", "P1M", "level", "procuratorate-province"),
        Map.of("rule", rule.id(), "adds", "PT12H", "level", "city"),
        Map.of("term", 7, "on", 7, "facts", "none", "adds", true));
  }

  private static Timeline startOf(Rule rule, Instant at) {
    var day = at.atZone(ShippedPack.PACK.zone()).toLocalDate().toString();
    var start = event("e1", rule.starts().getFirst(), caseItself(), at, Map.of("on", day));
    return Timeline.of("A990001", List.of(start));
  }

  private static Subject caseItself() {
    return Subject.ofCase("A990001");
  }

  private static List<Deadline> explained(List<CaseEvent> events) {
    return ENGINE.explain(Timeline.of("A990001", events), NOW);
  }

  private static CaseEvent event(
      String id, String type, Subject subject, Instant at, Map<String, Object> data) {
    return new CaseEvent(
        new EventId(SOURCE, id),
        type,
        subject,
        "A990001",
        at,
        at.plus(Duration.ofMinutes(5)),
        null,
        "X0101",
        null,
        data);
  }

  private record Told(String type, String subject, int hour, Map<String, Object> data) {}
}
