package io.caseclock.monitor.rulebook;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.example.ExampleStory;
import io.caseclock.monitor.explain.Preview;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Tolling;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When something would be due by one rule: by the version that holds, and by each other one as if
 * it held. The engine is the one that watches cases; conditions on facts are taken as met.
 */
public final class ComputeByVersion {

  private static final LocalDate EVER = LocalDate.of(1, 1, 1);

  private final Law law;
  private final InstantSource clock;

  public ComputeByVersion(Law law, InstantSource clock) {
    this.law = law;
    this.clock = clock;
  }

  /**
   * What comes out.
   *
   * @param asOf the instant as of which the states stand
   * @param versions newest first, as the rule has them
   */
  public record Computed(Instant asOf, String calendarVersion, List<ByVersion> versions) {

    public Computed {
      versions = List.copyOf(versions);
    }
  }

  /**
   * What comes out by one version.
   *
   * @param applies whether it is the one that the law selects; of none where the rule did not exist
   * @param ignoredPauses how many of the pauses it knows no span for
   */
  public record ByVersion(
      RuleVersion version, boolean applies, int ignoredPauses, Deadline deadline) {}

  /** Under each version. */
  public Computed of(Law.Found found, Supposition supposed) {
    var rule = startable(found.rule());
    var pack = found.pack();
    var now = clock.instant();
    var applies =
        deadline(pack, rule, story(pack, rule, null, supposed), now)
            .map(deadline -> deadline.version().id());
    return new Computed(
        now,
        law.calendarVersion(pack.id()),
        rule.versions().stream()
            .map(
                version ->
                    byVersion(
                        pack, rule, version, applies.equals(Optional.of(version.id())), supposed))
            .toList());
  }

  private ByVersion byVersion(
      Pack pack, Rule rule, RuleVersion version, boolean applies, Supposition supposed) {
    var story = story(pack, rule, version, supposed);
    var deadline =
        deadline(pack, rule.withVersions(List.of(heldEver(version))), story, clock.instant())
            .orElseThrow();
    return new ByVersion(version, applies, ignored(version, supposed), deadline);
  }

  /** One that starts only by another rule's deadline starts by a word that stands for that. */
  private static Rule startable(Rule rule) {
    return rule.starts().isEmpty() ? rule.startedOnlyBy(List.of(OtherDeadline.WORD)) : rule;
  }

  /** What is supposed, and the event that starts the period. */
  private record Story(Timeline timeline, EventId start) {}

  private Optional<Deadline> deadline(Pack pack, Rule rule, Story story, Instant now) {
    var book = RuleBook.of(pack.withRules(List.of(rule))).only(Set.of(rule.id()));
    var calendar = law.inForce(pack.id()).orElseThrow().calendar();
    return new Engine(book, calendar)
        .explain(story.timeline(), now, any -> true, new Budget(Preview.LIMITS)).stream()
            .filter(deadline -> deadline.key().start().equals(story.start()))
            .findFirst();
  }

  /**
   * @param version whose spans are meant; null for none
   */
  private static Story story(
      Pack pack, Rule rule, @Nullable RuleVersion version, Supposition supposed) {
    var story = new ExampleStory();
    var start =
        story.happens(rule.starts().getFirst(), supposed.start(), startData(pack, rule, supposed));
    if (version != null) {
      supposed.pauses().forEach(pause -> pause(story, version, pause));
      supposed.extensions().forEach(grant -> extend(story, rule, grant));
    }
    var end = supposed.end();
    if (end != null && !rule.stops().isEmpty()) {
      story.happens(rule.stops().getFirst().event(), end, Map.of());
    }
    return new Story(Timeline.of(ExampleStory.CASE, story.events()), start);
  }

  private static Map<String, Object> startData(Pack pack, Rule rule, Supposition supposed) {
    Map<String, Object> data = new HashMap<>();
    if (supposed.term() != null) {
      data.put("term", supposed.term());
    }
    if (!supposed.facts().isEmpty()) {
      data.put("facts", supposed.facts());
    }
    if (rule.direction() == Direction.BACKWARD) {
      data.put("on", supposed.start().atZone(pack.zone()).toLocalDate().toString());
    }
    return data;
  }

  private static void pause(ExampleStory story, RuleVersion version, Supposition.Pause pause) {
    tolling(version, pause)
        .ifPresent(
            pair -> {
              story.happens(pair.from().event(), pause.from(), Map.of());
              var to = pause.to();
              if (to != null) {
                story.happens(pair.to().event(), to, Map.of());
              }
            });
  }

  private static int ignored(RuleVersion version, Supposition supposed) {
    return (int)
        supposed.pauses().stream().filter(pause -> tolling(version, pause).isEmpty()).count();
  }

  private static Optional<Tolling> tolling(RuleVersion version, Supposition.Pause pause) {
    return version.tolling().stream()
        .filter(pair -> pause.type() == null || pair.from().event().equals(pause.type()))
        .findFirst();
  }

  private static void extend(ExampleStory story, Rule rule, Supposition.Grant grant) {
    Map<String, Object> data = new HashMap<>(Map.of("rule", rule.id(), "adds", grant.adds()));
    if (grant.level() != null) {
      data.put("level", grant.level());
    }
    story.happens(BuiltInTypes.EXTENSION_APPROVED, grant.approvedAt(), data);
  }

  /** The version as if it had always been in force, and still were. */
  private static RuleVersion heldEver(RuleVersion version) {
    return new RuleVersion(
        version.id(),
        EVER,
        null,
        version.period(),
        version.term(),
        version.startDayCounts(),
        version.monthEnd(),
        version.roll(),
        version.tolling(),
        version.extensions(),
        version.restarts(),
        version.warnings(),
        version.alternative(),
        version.basis());
  }
}
