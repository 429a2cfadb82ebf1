package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** An index finds the rules that apply; this asks all of them, and nothing may be missing. */
class EveryRuleTest {

  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> SUBJECTS =
      List.of("case/A990001", "case/A990001", "incident/I-1", "person/P-1", "person/P-2");
  private static final List<Pack> PACKS =
      List.of(
          ShippedPack.PACK,
          shipped("cn-litigation"),
          shipped("cn-prosecution"),
          shipped("cn-drug-rehabilitation"),
          shipped("cn-petition"));

  private record Told(Pack pack, List<CaseEvent> events, Instant now) {

    List<Deadline> byIndex() {
      return new Engine(RuleBook.of(pack), calendar()).explain(timeline(), now);
    }

    List<Deadline> byEveryRule() {
      return new EveryRule(pack, calendar(), timeline(), now).deadlines();
    }

    private Timeline timeline() {
      return Timeline.of("A990001", events);
    }

    private WorkingCalendar calendar() {
      return CALENDARS.computeIfAbsent(pack.id(), any -> WorkingCalendar.of(pack));
    }
  }

  private static final Map<String, WorkingCalendar> CALENDARS = new HashMap<>();

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void leads_to_the_same_deadlines_as_the_rules_that_are_looked_up(@ForAll("cases") Told told) {
    assertThat(told.byIndex()).containsExactlyInAnyOrderElementsOf(told.byEveryRule());
  }

  @Test
  void is_asked_of_cases_that_have_many_deadlines_and_that_state_many_facts() {
    var random = new Random(1);
    var deadlines = 0;
    var conditional = new TreeSet<String>();
    for (var tries = 0; tries < 300; tries++) {
      for (var deadline : told(random).byIndex()) {
        deadlines++;
        if (!deadline.rule().when().isEmpty()) {
          conditional.add(deadline.rule().id());
        }
      }
    }

    assertThat(deadlines).isGreaterThan(1_000);
    assertThat(conditional).hasSizeGreaterThan(50);
  }

  @Provide
  Arbitrary<Told> cases() {
    return Arbitraries.randomValue(EveryRuleTest::told);
  }

  private static Told told(Random random) {
    var pack = random.nextBoolean() ? ShippedPack.PACK : any(PACKS, random);
    var rule = any(pack.rules(), random);
    var types = types(pack, rule);
    List<CaseEvent> events = new ArrayList<>();
    for (var left = 1 + random.nextInt(20); left > 0; left--) {
      events.add(event(events.size(), any(types, random), pack, rule, random));
    }
    return new Told(pack, events, YEAR.plus(Duration.ofHours(random.nextInt(300 * 24))));
  }

  /** Those of one rule, of those that it waits for, and any. */
  private static List<String> types(Pack pack, Rule rule) {
    List<String> types = new ArrayList<>(rule.eventTypes());
    types.addAll(rule.starts());
    rule.dueOf().forEach(other -> types.addAll(pack.rule(other).orElseThrow().eventTypes()));
    rule.follows()
        .forEach(other -> types.addAll(pack.rule(other.deadline()).orElseThrow().eventTypes()));
    types.addAll(new TreeSet<>(pack.eventTypes().keySet()).stream().limit(5).toList());
    types.add("facts-stated");
    return types;
  }

  private static CaseEvent event(int number, String type, Pack pack, Rule rule, Random random) {
    var at = YEAR.plus(Duration.ofHours(random.nextInt(120 * 24)));
    return new CaseEvent(
        new EventId("urn:precinct:x01", "e" + number),
        type,
        Subject.parse(any(SUBJECTS, random)),
        "A990001",
        at,
        at,
        null,
        "X0101",
        null,
        Map.of("on", "2026-05-06", "facts", facts(pack, rule, random)));
  }

  private static Map<String, Object> facts(Pack pack, Rule rule, Random random) {
    Map<String, Object> facts = new HashMap<>();
    for (var name : new TreeSet<>(rule.when().keySet())) {
      if (random.nextBoolean()) {
        facts.put(name, valueOf(name, pack, random));
      }
    }
    if (random.nextInt(4) == 0) {
      var name = any(new TreeSet<>(pack.facts().keySet()), random);
      facts.put(name, valueOf(name, pack, random).toString());
    }
    return facts;
  }

  private static Object valueOf(String fact, Pack pack, Random random) {
    var values = Objects.requireNonNull(pack.facts().get(fact), fact).values();
    return any(values.stream().sorted(Comparator.comparing(Object::toString)).toList(), random);
  }

  private static <T> T any(Collection<T> of, Random random) {
    return List.copyOf(of).get(random.nextInt(of.size()));
  }

  private static Pack shipped(String id) {
    return PackReader.require(PackFiles.shipped(id));
  }
}
