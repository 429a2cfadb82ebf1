package io.caseclock.bench.others;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up what happened in a case under a few plain rules; facts are stated once, of the case. */
final class PlainStory {

  static final String CASE = "A990001";

  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<Subject> SUBJECTS =
      List.of(Subject.ofCase(CASE), Subject.parse("person/P-1"), Subject.parse("person/P-2"));

  private final Random random;
  private final Pack law;
  private final List<CaseEvent> events = new ArrayList<>();

  PlainStory(Random random, Pack law) {
    this.random = random;
    this.law = law;
  }

  List<CaseEvent> told() {
    tell("facts-stated", SUBJECTS.getFirst(), BEGIN, Map.of("facts", facts()));
    for (var rules = 0; rules < 4; rules++) {
      var rule = law.rules().get(random.nextInt(law.rules().size()));
      for (var type : rule.eventTypes()) {
        if (rule.starts().contains(type) || random.nextInt(3) == 0) {
          tell(type, SUBJECTS.get(random.nextInt(SUBJECTS.size())), moment(), Map.of());
        }
      }
    }
    return List.copyOf(events);
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new HashMap<>();
    for (var rule : law.rules()) {
      rule.when().keySet().forEach(fact -> facts.put(fact, valueOf(fact, rule)));
    }
    return facts;
  }

  /** Mostly one that the rule asks for. */
  private Object valueOf(String fact, Rule rule) {
    var allowed = rule.when().getOrDefault(fact, Set.of());
    var declared = law.facts().get(fact);
    return one(
        random.nextInt(3) == 0 && declared != null ? values(declared) : List.copyOf(allowed));
  }

  private static List<Object> values(Fact fact) {
    return List.copyOf(fact.values());
  }

  private Object one(List<Object> values) {
    var inOrder = values.stream().sorted(Comparator.comparing(Object::toString)).toList();
    return inOrder.get(random.nextInt(inOrder.size()));
  }

  /** To the hour, so that some fall on a due instant. */
  private Instant moment() {
    return BEGIN.plus(Duration.ofHours(random.nextInt(20 * 24)));
  }

  private void tell(String type, Subject subject, Instant at, Map<String, Object> data) {
    events.add(
        new CaseEvent(
            new EventId("urn:precinct:x01", "e" + (events.size() + 1)),
            type,
            subject,
            CASE,
            at,
            at.plus(Duration.ofMinutes(5)),
            null,
            "X0101",
            null,
            data));
  }
}
