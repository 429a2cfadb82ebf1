package io.caseclock.monitor.example;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Example;
import io.caseclock.pack.Fact;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a pack's examples, turned into the events that it describes. What does not say an hour
 * happens at eight in the morning.
 */
public final class WorkedExample {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** Stands for the other deadline by which a rule starts, whose events the row does not tell. */
  public static final String OTHER_DEADLINE = "other-deadline";

  private final Example row;
  private final Pack pack;
  private final Rule rule;
  private final RuleVersion version;
  private final Circumstances circumstances;

  /** Throws {@link UnclearExampleException} where the row cannot be understood. */
  public WorkedExample(Pack pack, Example row) {
    this.pack = pack;
    this.row = row;
    var named =
        pack.rule(row.rule())
            .orElseThrow(() -> new UnclearExampleException("no rule '" + row.rule() + "'"));
    this.circumstances = new Circumstances(row.circumstances(), pack.zone());
    var day = circumstances.dayOf(row.start());
    var inForce =
        named
            .versionOn(day)
            .orElseThrow(
                () -> new UnclearExampleException("no version of the rule is in force on " + day));
    this.version = circumstances.changed(inForce);
    var alone = named.withVersions(List.of(version));
    this.rule =
        named.starts().isEmpty() && !named.follows().isEmpty()
            ? alone.startedOnlyBy(List.of(OTHER_DEADLINE))
            : alone;
    if (rule.starts().isEmpty()) {
      throw new UnclearExampleException("no event starts this rule, only another rule's due date");
    }
  }

  /** The row as it was written. */
  public Example row() {
    return row;
  }

  /** The rule, in the version of that day and changed as the row says. */
  public Rule rule() {
    return rule;
  }

  Circumstances circumstances() {
    return circumstances;
  }

  /** What happens in the example. */
  public Set<CaseEvent> events() {
    var story = new ExampleStory();
    story.happens(rule.starts().getFirst(), row.start(), startData());
    for (var at : circumstances.instants("last")) {
      story.happens(rule.starts().getLast(), at.at(), Map.of());
    }
    circumstances.spans().forEach(span -> toll(story, span));
    var used = 0;
    for (var approval : circumstances.approvals()) {
      approve(story, approval, used++);
    }
    for (var at : circumstances.instants("restart_at")) {
      story.happens(restartingType(at.type()), at.at(), Map.of());
    }
    return story.events();
  }

  private Map<String, Object> startData() {
    Map<String, Object> data = new LinkedHashMap<>();
    circumstances.decidedTerm(version).ifPresent(term -> data.put("term", term.iso()));
    var facts = circumstances.facts(this::factValue);
    if (!facts.isEmpty()) {
      requireThatTheRuleApplies(facts);
      data.put("facts", facts);
    }
    if (rule.direction() == Direction.BACKWARD) {
      data.put("on", circumstances.dayOf(row.start()).toString());
    }
    return data;
  }

  /** What the row does not state is taken as the rule needs it; what it states has to fit. */
  private void requireThatTheRuleApplies(Map<String, Object> facts) {
    facts.forEach(
        (name, value) -> {
          if (rule.when().containsKey(name) && !rule.when().get(name).contains(value)) {
            throw new UnclearExampleException(
                "the rule does not apply where " + name + " is " + value);
          }
        });
  }

  private Object factValue(String name, String text) {
    return Optional.ofNullable(pack.facts().get(name)).stream()
        .map(Fact::values)
        .flatMap(Set::stream)
        .filter(value -> value.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new UnclearExampleException("the pack knows no fact " + name + ":" + text));
  }

  private void toll(ExampleStory story, Circumstances.NamedSpan span) {
    var pair =
        version.tolling().stream()
            .filter(tolling -> span.type().isEmpty() || tolling.from().event().equals(span.type()))
            .findFirst()
            .orElseThrow(() -> new UnclearExampleException("the rule has no such span"));
    story.happens(pair.from().event(), at(span.from()), Map.of());
    story.happens(pair.to().event(), at(span.to()), Map.of());
  }

  private void approve(ExampleStory story, Circumstances.Approval approval, int used) {
    var kinds = version.extensions();
    if (kinds.isEmpty()) {
      throw new UnclearExampleException("the rule has no extension");
    }
    var kind = kinds.get(Math.min(used, kinds.size() - 1));
    story.happens(
        BuiltInTypes.EXTENSION_APPROVED,
        laterOf(at(approval.on()), row.start()),
        Map.of("rule", rule.id(), "adds", approval.adds().iso(), "level", kind.level()));
  }

  private String restartingType(String named) {
    return version.restarts().stream()
        .map(restart -> restart.trigger().event())
        .filter(type -> named.isEmpty() || type.equals(named))
        .findFirst()
        .orElseThrow(() -> new UnclearExampleException("nothing restarts the rule like this"));
  }

  private Instant at(LocalDate day) {
    return day.atTime(MORNING).atZone(pack.zone()).toInstant();
  }

  private static Instant laterOf(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  @Override
  public String toString() {
    return row.id() + " " + row.rule() + ": " + row.why();
  }
}
